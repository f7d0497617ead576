#include "cli/command_line.hpp"
#include "commands/commands.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <iostream>
#include <vector>

namespace {

namespace fs = std::filesystem;

// A folder with the content that is shipped and its Spanish translation.
class TranslationFolder {
public:
    TranslationFolder() {
        fs::create_directory(folder / "translations");
        for (const char* name : {"content.yaml", "assets/translations/es.yaml"})
            fs::copy_file(
                fs::path(KIOSK_SOURCE) / name,
                folder / (name == std::string("content.yaml") ? name : "translations/es.yaml"));
    }

    int translate(std::vector<std::string> args) const {
        cli::CommandLine command_line("", "");
        commands::add_translate_command(command_line);
        const std::string content = folder / "content.yaml";
        std::vector<const char*> argv{"help-kiosk", "translate", "--content", content.c_str()};
        for (const std::string& arg : args) argv.push_back(arg.c_str());
        return command_line.run(static_cast<int>(argv.size()), argv.data());
    }

    std::string path(const std::string& name) const { return folder / name; }
    std::string spanish() const { return test::read_file(folder / "translations/es.yaml"); }

    const test::TemporaryFolder folder;
};

std::string with(const std::string& old_text, const std::string& new_text, std::string text) {
    const auto offset = text.find(old_text);
    REQUIRE_MESSAGE(offset != std::string::npos, old_text);
    return text.replace(offset, old_text.size(), new_text);
}

} // namespace

TEST_CASE("translate: an export that comes back unchanged leaves every byte as it was" *
          doctest::test_suite("sweep")) {
    const TranslationFolder folder;
    const std::string spanish = folder.spanish();
    for (const std::string kind : {"po", "csv"}) {
        const std::string file = folder.path("es." + kind);
        REQUIRE(folder.translate({"es", "--" + kind, file}) == 0);
        CHECK(folder.translate({"es", "--from-" + kind, file}) == 0);
        CHECK(folder.spanish() == spanish);
        REQUIRE(folder.translate({"es", "--" + kind, folder.path("again." + kind)}) == 0);
        CHECK(test::read_file(folder.path("again." + kind)) == test::read_file(file));
    }
}

TEST_CASE("translate: a language that is made from an export is the same in both formats" *
          doctest::test_suite("sweep")) {
    const TranslationFolder folder;
    for (const std::string kind : {"po", "csv"}) {
        const std::string file = folder.path("es." + kind);
        REQUIRE(folder.translate({"es", "--" + kind, file}) == 0);
        const std::string kept = folder.spanish();
        fs::remove(folder.path("translations/es.yaml"));
        CHECK(folder.translate({"es", "--from-" + kind, file}) == 1); // it needs a name
        CHECK_FALSE(fs::exists(folder.path("translations/es.yaml")));
        CHECK(folder.translate({"es", "--name", "Español", "--from-" + kind, file}) == 0);
        REQUIRE(folder.translate({"es", "--" + kind, folder.path("again." + kind)}) == 0);
        CHECK(test::read_file(folder.path("again." + kind)) == test::read_file(file));
        test::write_file(folder.path("translations/es.yaml"), kept);
    }
}

TEST_CASE("translate: a file with a mistake changes nothing" * doctest::test_suite("sweep")) {
    const TranslationFolder folder;
    const std::string spanish = folder.spanish();
    REQUIRE(folder.translate({"es", "--po", folder.path("es.po")}) == 0);
    const std::string po = test::read_file(folder.path("es.po"));
    const std::vector<std::string> wrong{
        with("envía AYUDA al 988.", "envía AYUDA al 989.", po),
        with("msgstr \"Abrir {name}\"", "msgstr \"Abrir\"", po),
        with("msgstr \"Inicio\"", "msgstr \"Inicio\x01\"", po),
        with("msgstr \"AYUDA\"", "msgstr \"A yuda\"", po),
        with("Language: es", "Language: fr", po),
        po.substr(0, po.size() / 2),
        "",
    };
    for (const std::string& text : wrong) {
        test::write_file(folder.path("wrong.po"), text);
        CHECK(folder.translate({"es", "--from-po", folder.path("wrong.po")}) == 1);
        CHECK(folder.spanish() == spanish);
    }
    CHECK(folder.translate({"es", "--from-po", folder.path("none.po")}) == 1);
    CHECK(folder.translate({"es", "--from-csv", folder.path("es.po")}) == 1);
    CHECK(folder.spanish() == spanish);
}

TEST_CASE("translate: content or a translation with an error is not touched") {
    const TranslationFolder folder;
    const std::string spanish = with("end: true", "", folder.spanish());
    test::write_file(folder.path("translations/es.yaml"), spanish);
    CHECK(folder.translate({"es"}) == 1);
    CHECK(folder.spanish() == spanish);
    CHECK(folder.translate({"so", "--name", "Soomaali"}) ==
          0); // the other language does not matter
    test::write_file(folder.path("content.yaml"), "site: {}\n");
    CHECK(folder.translate({"so"}) == 1);
}

TEST_CASE("translate: a code that is none is refused") {
    const TranslationFolder folder;
    for (const char* code : {"en", "Spanish", "../es", "e", ""})
        CHECK(folder.translate({code, "--name", "X"}) == 1);
    CHECK(folder.translate({"es", "--po", "a", "--csv", "b"}) == 1);
}
