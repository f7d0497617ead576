#include "content/misnamed_files.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// A folder like /etc/help-kiosk, which is deleted at the end of the test.
class Folder {
public:
    Folder() { fs::create_directories(path / "translations"); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void add(const std::string& name, const std::string& text = "place: lobby\n") const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name) << text;
    }
    content::ContentPaths paths() const {
        return {path / "content.yaml", std::nullopt, path / "translations"};
    }
    // Returns the warnings without the path of this folder.
    std::string warnings(const content::ContentPaths& paths) const {
        std::string text;
        for (const content::Problem& problem : content::find_misnamed_files(paths)) {
            CHECK(problem.severity == content::Severity::warning);
            text += content::to_string(problem);
        }
        const std::string prefix = path.string() + "/";
        for (std::size_t offset; (offset = text.find(prefix)) != std::string::npos;)
            text.erase(offset, prefix.size());
        return text;
    }
    std::string warnings() const { return warnings(paths()); }

    const fs::path path =
        fs::temp_directory_path() / ("kiosk-names-" + std::to_string(std::random_device{}()));
};

const std::array<std::string, 22> ending_errors{"{}.yml",         "{}.yaml.txt",
                                                "{}.YAML",        "{} (1).yaml",
                                                "{} (2).yml",     "Copy of {}.yaml",
                                                "{} - Copy.yaml", "{} copy.yaml",
                                                "{} copy 2.yaml", "{}.yaml.yaml",
                                                "{}.yaml.yml",    "{}",
                                                "{}.txt",         "{}yaml",
                                                "{}.yam",         "{}.ymal",
                                                "{} .yaml",       " {}.yaml",
                                                "{}.yaml ",       "{}_new.yaml",
                                                "{}2.yaml",       "{} (Kopie).yaml.txt"};

const std::string bare_translation = "language: {code: es, name: Español}\ntexts: []\n";

} // namespace

TEST_CASE("a file whose name is nearly that of a missing file is to be renamed") {
    for (const std::string stem : {"site", "content"})
        for (const std::string& form : ending_errors) {
            const Folder folder;
            folder.add("site.yaml");
            folder.add("content.yaml");
            fs::remove(folder.path / (stem + ".yaml"));
            const std::string name = fmt::format(fmt::runtime(form), stem);
            folder.add(name);
            CHECK(folder.warnings() ==
                  fmt::format("{0}: warning: the kiosk does not read this file: its name is "
                              "\"{0}\", not \"{1}.yaml\"\n      = rename it to {1}.yaml\n",
                              name, stem));
        }
}

TEST_CASE("capital letters and typing errors in a name are found") {
    for (const char* name : {"Site.yaml", "SITE.YAML", "sIte.yml", "sites.yaml", "sit.yaml",
                             "stie.yaml", "size.yaml", "\xD1\x95ite.yaml", "CONTENT.YAML",
                             "Content.yaml", "contents.yaml", "contnet.yaml", "cotent.yml"}) {
        CAPTURE(name);
        const Folder folder;
        folder.add(name);
        CHECK(folder.warnings().find("the kiosk does not read this file") != std::string::npos);
    }
}

TEST_CASE("beside the right file, the other one is to be moved, so that nothing is overwritten") {
    const Folder folder;
    folder.add("content.yaml");
    folder.add("site.yaml");
    folder.add("site (1).yaml");
    CHECK(
        folder.warnings() ==
        R"(site (1).yaml: warning: the kiosk does not read this file: its name is "site (1).yaml", not "site.yaml"
      = if it is newer than site.yaml, copy its text to site.yaml; then move it to another folder
)");
}

TEST_CASE("of several files, only one is to be renamed") {
    const Folder folder;
    folder.add("content.yaml");
    folder.add("site.yml");
    folder.add("Site.yaml");
    CHECK(
        folder.warnings() ==
        R"(Site.yaml: warning: the kiosk does not read this file: its name is "Site.yaml", not "site.yaml"
      = rename the right one of these files to site.yaml
site.yml: warning: the kiosk does not read this file: its name is "site.yml", not "site.yaml"
      = rename the right one of these files to site.yaml
)");
}

TEST_CASE("a file of a word processor is to be saved as plain text") {
    for (const char* name : {"site.rtf", "site.yaml.docx", "Site.odt", "site.yaml.rtf"}) {
        const Folder folder;
        folder.add(name);
        CHECK(folder.warnings().ends_with("= save it as plain text, with the name site.yaml\n"));
    }
}

TEST_CASE("files that are not meant to be read are not reported") {
    const Folder folder;
    folder.add("content.yaml");
    folder.add("site.yaml");
    for (const char* name : {"site.yaml~",
                             ".site.yaml.swp",
                             "site.yaml.bak",
                             "site.yaml.orig",
                             "site.yaml.old",
                             "site.yaml.save",
                             "site.yaml.new",
                             "content.yaml.next",
                             "content.yaml.dpkg-old",
                             "content.yaml.dpkg-dist",
                             "content.yaml.dpkg-new",
                             "#site.yaml#",
                             "._site.yaml",
                             "site-map.yaml",
                             "sitemap.yaml",
                             "site.css",
                             "content.html",
                             "README.md",
                             "LICENSE",
                             "suites.yaml",
                             "state.yaml",
                             "site-lincoln.yaml",
                             "contentment.txt",
                             "ci.yaml",
                             "translations/README.txt",
                             "translations/notes.md",
                             "translations/es.yaml",
                             "translations/zh-Hans.yaml",
                             "translations/es.yaml.bak"})
        folder.add(name);
    fs::create_directories(folder.path / "site.yml.d");
    fs::create_directories(folder.path / "Content.yaml.d");
    fs::create_symlink("site.yaml", folder.path / "site.yml"); // the same file
    CHECK(folder.warnings() == "");
}

TEST_CASE("a link to a missing file is reported") {
    const Folder folder;
    folder.add("content.yaml");
    fs::create_symlink("lincoln.yaml", folder.path / "site.yaml");
    CHECK(
        folder.warnings() ==
        R"(site.yaml: warning: the kiosk cannot read this: it is a link to a file that does not exist
      = put the file back, or remove the link
)");
}

TEST_CASE("a translation is to be named after its language code") {
    for (const char* name : {"spanish.yaml", "Español.yaml", "es.yml", "ES.yaml", "es.yaml.txt",
                             "es (1).yaml", "es_ES.yaml", "sp anish.yml", "es"}) {
        const Folder folder;
        folder.add(fmt::format("translations/{}", name), bare_translation);
        CHECK(folder.warnings() ==
              fmt::format("translations/{0}: warning: the kiosk does not read this file: its name "
                          "is \"{0}\", not \"es.yaml\"\n      = rename it to es.yaml\n",
                          name));
    }
    const Folder folder;
    folder.add("translations/español.yaml", "texts: []\n");
    CHECK(folder.warnings().ends_with("= name it after the code of its language, like es.yaml\n"));
}

TEST_CASE("a translation beside the content is to be moved to the folder of the translations") {
    const Folder folder;
    folder.add("content.yaml");
    folder.add("es.yaml", bare_translation);
    folder.add("ci.yaml");
    CHECK(folder.warnings() ==
          R"(es.yaml: warning: the kiosk does not read a translation in this folder
      = move it to translations/es.yaml
)");
}

TEST_CASE("a folder whose name is nearly \"translations\" is to be renamed") {
    for (const char* name : {"Translations", "translation", "translatons", "translations (1)"}) {
        Folder folder;
        folder.add("content.yaml");
        fs::remove(folder.path / "translations");
        folder.add(fmt::format("{}/es.yaml", name), bare_translation);
        CHECK(folder.warnings() ==
              fmt::format("{0}: warning: the kiosk does not read this folder: its name is \"{0}\", "
                          "not \"translations\"\n      = rename it to translations\n",
                          name));
        CHECK(folder.warnings({folder.path / "content.yaml", std::nullopt, folder.path / name}) ==
              "");
    }
}

TEST_CASE("files with names that somebody chose are compared only if they are missing") {
    const Folder folder;
    folder.add("lobby.yaml");
    folder.add("lobby2.yaml");
    CHECK(folder.warnings({folder.path / "content.yaml", folder.path / "lobby.yaml",
                           folder.path / "translations"}) == "");
    fs::remove(folder.path / "lobby.yaml");
    folder.add("lobby.yml");
    fs::remove(folder.path / "lobby2.yaml");
    CHECK(folder
              .warnings({folder.path / "content.yaml", folder.path / "lobby.yaml",
                         folder.path / "translations"})
              .ends_with("= rename it to lobby.yaml\n"));
}

TEST_CASE("one folder may have the content and the translations") {
    const Folder folder;
    folder.add("content.yaml");
    folder.add("site.yaml");
    folder.add("es.yaml", bare_translation);
    folder.add("spanish.yaml", bare_translation);
    CHECK(folder.warnings({folder.path / "content.yaml", std::nullopt, folder.path})
              .starts_with("spanish.yaml: warning: the kiosk does not read this file: its name is "
                           "\"spanish.yaml\", not \"es.yaml\"\n"));
}

TEST_CASE("folders that do not exist have no misnamed files") {
    CHECK(content::find_misnamed_files({"/none/content.yaml", std::nullopt, "/none"}).empty());
    CHECK_FALSE(content::has_misnamed_file("/none/content.yaml"));
}
