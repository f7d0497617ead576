// Damaged and malicious files. They must not crash the program or take much of its time or memory.
#include "base/utf8.hpp"
#include "content/sample_content.hpp"

#include <doctest/doctest.h>

#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <sys/stat.h>

namespace {

namespace fs = std::filesystem;

std::string content_problems(const std::string& text) {
    return sample::problems({.content = text, .site = {}, .translations = {}});
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

// Sanitizers make the code several times slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr double max_seconds = 12;
#elif defined(__has_feature)
constexpr double max_seconds = __has_feature(address_sanitizer) ? 12 : 3;
#else
constexpr double max_seconds = 3;
#endif

// Returns the result of `work` and checks that it takes at most three seconds. Measures CPU time,
// so that a busy computer does not fail the test. A virtual one has been seen three times slower.
std::string in_three_seconds(const std::function<std::string()>& work) {
    const std::clock_t start = std::clock();
    std::string result = work();
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    CHECK(seconds < max_seconds);
    return result;
}

// A folder that is deleted at the end of the test.
class TemporaryFolder {
public:
    TemporaryFolder() { fs::create_directories(path); }
    ~TemporaryFolder() { fs::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const fs::path path =
        fs::temp_directory_path() / ("kiosk-content-" + std::to_string(std::random_device{}()));
};

std::string problems_of_file(const fs::path& file) {
    std::string printed;
    for (const auto& problem : content::load({file, std::nullopt, file.parent_path()}).problems) {
        printed += to_string(problem);
    }
    return printed;
}

} // namespace

TEST_CASE("a file of 50 MB is refused unread") {
    const TemporaryFolder folder;
    const fs::path file = folder.path / "content.yaml";
    std::ofstream(file) << "site:\n";
    fs::resize_file(file, 50'000'000);
    CHECK(in_three_seconds([&] { return problems_of_file(file); }) ==
          file.string() + ": error: is 50 MB, at most 1 MB\n");
}

TEST_CASE("a text of 50 MB is refused unread") {
    const std::string text(50'000'000, 'x');
    CHECK(in_three_seconds([&] { return content_problems(text); }) ==
          "content.yaml: error: is 50 MB, at most 1 MB\n");
    CHECK(content_problems(std::string(1'000'001, '\n')) ==
          "content.yaml: error: is 1.1 MB, at most 1 MB\n");
}

TEST_CASE("a missing file, a folder, a pipe and a symbolic link loop are reported as such") {
    const TemporaryFolder folder;
    CHECK(problems_of_file(folder.path / "none.yaml") ==
          (folder.path / "none.yaml").string() + ": error: there is no such file\n");
    const fs::path inside = folder.path / "inside";
    fs::create_directory(inside);
    CHECK(problems_of_file(inside) == inside.string() + ": error: is a folder, not a file\n");
    const fs::path pipe = folder.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(in_three_seconds([&] { return problems_of_file(pipe); }) ==
          pipe.string() + ": error: is not a regular file\n");
    const fs::path loop = folder.path / "loop";
    fs::create_symlink(loop, loop);
    CHECK(problems_of_file(loop) ==
          loop.string() + ": error: cannot be read: Too many levels of symbolic links\n");
}

TEST_CASE("binary data is reported with its first invalid byte and the position") {
    CHECK(content_problems(std::string("ab\ncd\0ef", 8)) ==
          "content.yaml:2:3: error: is not a text file: it contains the byte 0x00\n"
          "    2 | cd\uFFFDef\n"
          "      |   ^\n"
          "      = save it as plain text, UTF-8\n");
    CHECK(first_line(content_problems("\x7F"
                                      "ELF")) ==
          "content.yaml:1:1: error: is not a text file: it contains the byte 0x7f");
}

TEST_CASE("text that is not UTF-8 is reported with its first invalid byte and the position") {
    CHECK(content_problems("site:\n  school: Escuela Ni\xF1"
                           "o\n") == "content.yaml:2:21: error: is not UTF-8: invalid byte 0xf1\n"
                                     "    2 |   school: Escuela Ni\uFFFDo\n"
                                     "      |                     ^\n"
                                     "      = save it as plain text, UTF-8\n");
    for (const char* bad :
         {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xFF\xFE"}) {
        CHECK(base::find_invalid_utf8(bad) == std::size_t{0});
    }
    for (const char* good : {"", "a", "ñ", "中", "\U00010D00", "\uFFFD", "\U0010FFFF"}) {
        CHECK_FALSE(base::find_invalid_utf8(good).has_value());
    }
}

TEST_CASE("a line of more than 4000 bytes is an error") {
    CHECK(first_line(content_problems("site: " + std::string(900'000, 'x'))) ==
          "content.yaml:1:1: error: the line is 900006 bytes long, but at most 4000 are allowed");
}

TEST_CASE(
    "nesting of more than 12 levels is refused within three seconds, in every notation of YAML" *
    doctest::test_suite("sweep")) {
    const std::string too_deep = "is nested more than 12 levels deep";
    std::string steps;
    for (int depth = 0; depth < 400; ++depth)
        steps += std::string(static_cast<std::size_t>(depth), ' ') + "a:\n";
    for (const std::string& text :
         {sample::repeated(1900, "["), sample::repeated(900, "{a: "),
          sample::repeated(700, "[{a: "), sample::repeated(1900, "- "),
          sample::repeated(1900, "? "), sample::repeated(300, "[\n"),
          sample::repeated(490'000, "[\n"), sample::repeated(900, "[a: "), steps}) {
        const std::string problem =
            in_three_seconds([&] { return first_line(content_problems(text)); });
        CHECK_MESSAGE(problem.ends_with(too_deep), text.substr(0, 20));
    }
}

TEST_CASE("an alias that refers to itself is an error") {
    CHECK(in_three_seconds(
              [] { return sample::problems_with("strip: [crisis]", "strip: &a [*a]"); }) ==
          R"(content.yaml:17:8: error: a text without quotes cannot start with &
   17 | strip: &a [*a]
      |        ^
      = put the whole text in "quotes"
content.yaml:17:12: error: a text without quotes cannot start with *
   17 | strip: &a [*a]
      |            ^
      = put the whole text in "quotes"
)");
}

TEST_CASE("nested aliases are refused within three seconds" * doctest::test_suite("sweep")) {
    std::string aliases = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        const std::string name = "a" + std::to_string(i);
        aliases += name + ": &" + name + " [" + before + sample::repeated(8, ", " + before) + "]\n";
    }
    CHECK(in_three_seconds([&] {
              return first_line(content_problems(aliases));
          }).starts_with("content.yaml:1:1: error: "));
}

TEST_CASE("a file with more than 20000 values is refused within three seconds" *
          doctest::test_suite("sweep")) {
    CHECK(first_line(in_three_seconds([] {
              return content_problems("strip:\n" + sample::repeated(200'000, "- a\n"));
          })) == "content.yaml:19999:3: error: has more than 20000 values");
    CHECK(first_line(in_three_seconds([] {
              return content_problems(
                  "strip: [" + sample::repeated(600, "\n" + sample::repeated(600, "a,")) + "]");
          })).ends_with("error: has more than 20000 values"));
}

TEST_CASE("a file with thousands of mistakes is parsed within three seconds" *
          doctest::test_suite("sweep")) {
    std::string keys = "sections:\n  - {id: a}\n";
    for (int i = 0; i < 9000; ++i) keys += "key" + std::to_string(i) + ": x\n";
    CHECK(in_three_seconds([&] {
              return first_line(content_problems(keys));
          }).starts_with("content.yaml:1:1: error: "));
    const std::string icons = sample::with(
        "- text: There are two kinds.",
        "- list:\n" + sample::repeated(3500, "          - {icon: information_center, text: a}\n"));
    CHECK(in_three_seconds([&] { return first_line(content_problems(icons)); }) ==
          "content.yaml:29:20: error: unknown icon \"information_center\"");
}

TEST_CASE("randomly damaged files give either content or an error, and never a crash") {
    std::mt19937 random(2026);
    const auto below = [&](std::size_t end) { return static_cast<std::size_t>(random()) % end; };
    const std::string special_characters = "[]{}:-,\"'&*!|>?#%@`~\n\t \\0a\xC3\xFF";
    sample::Files files;
    files.content = sample::with("place: lobby", "place: lobby\n  languages: [en, es]");
    files.site = "school: Another School\nidle: {ask_after: 30}\n";
    files.translations["es"] = sample::spanish;
    for (int round = 0; round < 800; ++round) {
        sample::Files damaged = files;
        std::string* const texts[] = {&damaged.content, &*damaged.site,
                                      &damaged.translations["es"]};
        std::string& text = *texts[below(3)];
        for (std::size_t change_count = 1 + below(4); change_count > 0; --change_count) {
            const std::size_t offset = below(text.size());
            const std::size_t length = below(12);
            switch (below(4)) {
            case 0:
                text.insert(offset, 1, special_characters[below(special_characters.size())]);
                break;
            case 1:
                text.replace(offset, 1, 1, special_characters[below(special_characters.size())]);
                break;
            case 2:
                text.erase(offset, length);
                break;
            default:
                text.insert(offset, text.substr(below(text.size()), length * 5));
                break;
            }
            if (text.empty()) text = " ";
        }
        const auto loaded = sample::parse(damaged);
        CHECK((loaded.content != nullptr) != has_error(loaded.problems));
        for (const auto& problem : loaded.problems)
            CHECK_FALSE(base::find_invalid_utf8(to_string(problem)).has_value());
    }
}

TEST_CASE("no control character of a key or a value reaches the terminal in any message") {
    // YAML's escapes put control characters where the file itself must not have them.
    for (const std::string escape : {"\\a", "\\b", "\\e[2J", "\\r", "\\x7f", "\\x9b2J"}) {
        for (const auto& replacement : std::initializer_list<std::pair<std::string, std::string>>{
                 {"    title:", "    \"ti" + escape + "tle\":"},
                 {"call: \"988\"", "call: \"98" + escape + "8\""},
                 {"id: crisis", "id: \"cri" + escape + "sis\""}}) {
            CAPTURE(replacement.second);
            const std::string printed =
                sample::problems_with(replacement.first, replacement.second);
            CHECK(!printed.empty());
            for (std::size_t offset = 0; offset < printed.size();) {
                const char32_t code_point = base::decode_next(printed, offset);
                CHECK((code_point == U'\n' || !base::is_control(code_point)));
            }
        }
    }
}
