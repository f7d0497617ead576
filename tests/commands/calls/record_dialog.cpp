// Runs the dialog of `calls --record` over streams, and compares its output and the resulting file.
#include "commands/calls/record_dialog.hpp"

#include "commands/calls_content.hpp"
#include "commands/site_file.hpp"
#include "support/temporary_folder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <sstream>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using namespace test::calls;
using commands::calls::RecordResult;

constexpr std::chrono::year_month_day call_date{2026y, std::chrono::November, 28d};

class RecordFixture {
public:
    explicit RecordFixture(const std::string& text = calls_yaml) { test::write_file(path(), text); }

    // `answers` has one answer per line. Returns the output with "content.yaml" instead of its
    // path.
    std::string run(const std::string& id, const std::string& answers) {
        std::istringstream in(answers);
        std::ostringstream out;
        commands::setup::Prompter prompter(in, out, true);
        result = commands::calls::run_record_dialog({path(), std::nullopt, folder / "none"},
                                                    {call_date, {}}, id, prompter);
        std::string output = out.str();
        for (std::size_t offset; (offset = output.find(path().string())) != std::string::npos;)
            output.replace(offset, path().string().size(), "content.yaml");
        return output;
    }
    fs::path path() const { return folder / "content.yaml"; }
    std::string text() const { return test::read_file(path()); }

    test::TemporaryFolder folder;
    RecordResult result = RecordResult::failed;
};

// Answers for "hidden": number, caller, date, who answered, five facts, students, remark, write.
const std::string plain_answers = "yes\nAna Ruiz\n\na counselor\n\n\n\n\n\nyes\n\nyes\n";
const std::string plain_entry =
    R"({on: 2026-11-28, by: "Ana Ruiz", source: "a page; called 2026-11-28: a counselor answered"})";

} // namespace

TEST_CASE("calls: a recorded call is written into content.yaml, and the rest is kept") {
    RecordFixture fixture;
    fs::permissions(fixture.path(), fs::perms(0640));
    CHECK(fixture.run("crisis", "yes\nskip\nyes\nAna \"Al\" Ruiz\n2026-11-27\na counselor\nA "
                                "volunteer.\n\nFree.\n\n\nperhaps\nyes\nThere is music.\nyes\n") ==
          R"(This records a call to Crisis Lifeline in content.yaml.
Press Ctrl-D to stop without changes.

Call 988: did this help line answer? (yes, no or skip) yes
Text HELLO to 988: did this help line answer? (yes, no or skip) skip
Also 1-800-273-8255: did this help line answer? (yes, no or skip) yes
Name of the person who called: Ana "Al" Ruiz
Date of the call [2026-11-28]: 2026-11-27
Who answered, for example a counselor: a counselor
Who answers. Screen: A person.
  What did they say? Press Enter if that is right: A volunteer.
Hours. Screen: Always.
  What did they say? Press Enter if that is right: 
Cost. The screen does not say this.
  What did they say? Press Enter if nobody knows: Free.
Languages. The screen does not say this.
  What did they say? Press Enter if nobody knows: 
Reports. Screen: Little.
  What did they say? Press Enter if that is right: 
May a school show this number to students? (yes or no) perhaps
  type yes or no
May a school show this number to students? (yes or no) yes
Anything else that differs from the screen? Press Enter if not: There is music.

The new entry of crisis:

verified: {on: 2026-11-27, by: "Ana \"Al\" Ruiz", source: "a page; called 2026-11-27: a counselor answered; answers: A volunteer.; cost: Free.; not tried: Text HELLO to 988; There is music."}

Write this? (yes or no) yes
The file was written.
Edit these keys of the help line crisis in content.yaml where the screen says something else, and then the translations:
  answers: they said "A volunteer."
  cost: they said "Free."
  they also said "There is music."
Then type: help-kiosk check
)");
    CHECK(fixture.result == RecordResult::written);
    CHECK(fixture.text() ==
          with_replaced(calls_yaml, "{on: 2026-09-14, source: a page} # checked",
                        "{on: 2026-11-27, by: \"Ana \\\"Al\\\" Ruiz\", source: \"a page; called "
                        "2026-11-27: a counselor answered; answers: A volunteer.; cost: Free.; not "
                        "tried: Text HELLO to 988; There is music.\"} # checked"));
    CHECK(fs::status(fixture.path()).permissions() == fs::perms(0640));
    CHECK(load_content(fixture.text())->find_help_line("crisis")->verified.is_by_phone());
}

TEST_CASE("calls: a held help line is shown after its call is recorded") {
    RecordFixture fixture;
    CHECK(has(fixture.run("hidden", plain_answers),
              "The file was written.\nStudents see this help line from now on.\n"));
    CHECK_FALSE(load_content(fixture.text())->find_help_line("hidden")->is_held());
}

TEST_CASE("calls: \"verified\" is changed in every layout, and comments stay") {
    const std::string block_head =
        "  - id: hidden\n    name: Shelter\n    need: A bed\n    call: \"414-587-2553\"\n"
        "    remember: Remember.\n    answers: A person.\n    hours: Always.\n    cost: Free.\n"
        "    languages: English.\n    reports: Little.\n";
    const std::string called = "a page; called 2026-11-28: a counselor answered";
    struct Layout {
        std::string before, after;
    };
    for (const Layout& layout : std::vector<Layout>{
             {"    verified: {on: 2026-09-14, source: a page}\n",
              "    verified: " + plain_entry + "\n"},
             {"    verified: {source: 'a page', on: \"2026-09-14\"} # Bob\n",
              "    verified: {by: \"Ana Ruiz\", source: \"" + called +
                  "\", on: 2026-11-28} # Bob\n"},
             {"    verified: {on: 2025-09-14, by: Bob, source: \"a page\"}\n",
              "    verified: " + plain_entry + "\n"},
             {"    verified: {by: 'B''b', source: \"a page\", on: 2025-09-14}\n",
              "    verified: {by: \"Ana Ruiz\", source: \"" + called + "\", on: 2026-11-28}\n"},
             {"    verified: {\n      on: 2026-09-14, # then\n      source: \"a\n        page\" "
              "}\n",
              "    verified: {\n      on: 2026-11-28, # then\n      by: \"Ana Ruiz\", source: \"" +
                  called + "\" }\n"},
             {"    verified: # by hand\n      # the day\n      on: 2026-09-14   # then\n"
              "      source: a page # {x}\n",
              "    verified: # by hand\n      # the day\n      on: 2026-11-28   # then\n"
              "      by: \"Ana Ruiz\"\n      source: \"" +
                  called + "\" # {x}\n"},
             {"    verified:\n      source: a page\n\n      by: Bob\n      on: 2026-09-14\n",
              "    verified:\n      source: \"" + called +
                  "\"\n\n      by: \"Ana Ruiz\"\n      on: 2026-11-28\n"}}) {
        CAPTURE(layout.before);
        for (const char* const line_end : {"\n", "\r\n"}) {
            const auto file_with = [&](const std::string& verified) {
                std::string text = site_part +
                                   "help_lines:\n  - {id: crisis, name: Crisis, need: "
                                   "Crisis, call: \"988\", remember: R., answers: A., "
                                   "reports: L., verified: {on: 2026-09-14, source: a "
                                   "page}}\n" +
                                   block_head + verified + "# the end\nend: true\n";
                for (std::size_t offset = text.find('\n');
                     line_end[1] != '\0' && offset != std::string::npos;
                     offset = text.find('\n', offset + 2))
                    text.insert(offset, "\r");
                return text;
            };
            RecordFixture fixture(file_with(layout.before));
            const std::string output = fixture.run("hidden", plain_answers);
            CHECK_MESSAGE(fixture.text() == file_with(layout.after), output);
            CHECK(fixture.result == RecordResult::written);
        }
    }
}

TEST_CASE("calls: a \"source\" over several lines without quotes is left to the person") {
    for (const char* const source :
         {"a\n        page", ">-\n        a page", "|-\n        a page"}) {
        CAPTURE(source);
        const std::string before =
            with_replaced(calls_yaml, "{on: 2026-09-14, source: a page} # checked",
                          "\n      on: 2026-09-14\n      source: " + std::string(source) + "\n");
        RecordFixture fixture(before);
        CHECK(fixture.run("crisis", "") ==
              R"(The entry "verified" of crisis is written in a way that this command cannot change.
  = write it in one line, and type the same command again:
verified: {on: 2026-09-14, source: "a page"}
Nothing was changed.
)");
        CHECK(fixture.result == RecordResult::failed);
        CHECK(fixture.text() == before);
    }
}

TEST_CASE("calls: more than one space in an answer is written as one") {
    RecordFixture fixture;
    fixture.run("hidden", "yes\nAna  Ruiz \n\na\tcounselor\n\n\n\n\n\nyes\n\nyes\n");
    CHECK(fixture.result == RecordResult::written);
    CHECK(has(fixture.text(), plain_entry));
}

TEST_CASE("calls: notes on earlier calls leave when the entry would be too long") {
    const std::string first = "its own page";
    const std::string call = "; called 2025-01-01: " + std::string(250, 'x');
    RecordFixture fixture(with_replaced(calls_yaml, "{on: 2026-09-14, source: a page} # checked",
                                        "{on: 2026-09-14, source: \"" + first + call +
                                            "; called 2026-01-01: " + std::string(250, 'y') +
                                            "\"}"));
    fixture.run("crisis", "yes\nyes\nyes\nAna\n\na counselor\n\n\n\n\n\nyes\n" +
                              std::string(100, 'z') + "\nyes\n");
    CHECK(fixture.result == RecordResult::written);
    const std::string source =
        load_content(fixture.text())->find_help_line("crisis")->verified.source;
    CHECK(source == first + "; called 2026-01-01: " + std::string(250, 'y') +
                        "; called 2026-11-28: a counselor answered; " + std::string(100, 'z'));
}

TEST_CASE("calls: an unknown help line is an error that lists the ids") {
    for (const char* const id : {"nope", "Crisis", "988", "", " crisis", "crisis,hidden"}) {
        RecordFixture fixture;
        CHECK(fixture.run(id, plain_answers) ==
              fmt::format("There is no help line \"{}\".\n"
                          "  = write one of: crisis, emergency, hidden, cps\n",
                          id));
        CHECK(fixture.result == RecordResult::failed);
        CHECK(fixture.text() == calls_yaml);
    }
}

TEST_CASE("calls: content with an error is not changed") {
    const std::string broken = with_replaced(calls_yaml, "call: \"988\"", "call: \"98\"");
    RecordFixture fixture(broken);
    const std::string output = fixture.run("hidden", plain_answers);
    CHECK(has(output, "content.yaml:11:"));
    CHECK(output.ends_with("The content has errors. Fix them first. Nothing was changed.\n"));
    CHECK(fixture.result == RecordResult::failed);
    CHECK(fixture.text() == broken);
}

TEST_CASE("calls: the end of the input changes nothing, at every question") {
    for (std::size_t end = 0; end + 1 < plain_answers.size(); ++end) {
        if (end > 0 && plain_answers[end - 1] != '\n') continue;
        CAPTURE(end);
        RecordFixture fixture;
        CHECK(fixture.run("hidden", plain_answers.substr(0, end))
                  .ends_with("Nothing was changed.\n"));
        CHECK(fixture.result == RecordResult::declined);
        CHECK(fixture.text() == calls_yaml);
    }
}

TEST_CASE("calls: a wrong number, no number at all or a refusal is not recorded as a call") {
    RecordFixture fixture;
    CHECK(has(fixture.run("crisis", "yes\nno\n"),
              "A number that does not reach the help line must not be shown.\n  = correct or "
              "remove \"text\" of the help line crisis in content.yaml, and type: help-kiosk "
              "check\nNothing was changed.\n"));
    CHECK(fixture.run("crisis", "maybe\nskip\nskip\nskip\n")
              .ends_with("No number was tried, so there is nothing to record.\nNothing was "
                         "changed.\n"));
    CHECK(fixture.run("hidden", "yes\nAna\n\na counselor\n\n\n\n\n\nno\n")
              .ends_with("Students would see this help line if the call were recorded now.\n  = "
                         "add \"audience: staff\" to the help line hidden, type: help-kiosk check, "
                         "and record the call again\nNothing was changed.\n"));
    CHECK(fixture.text() == calls_yaml);
    const std::string output =
        fixture.run("crisis", "yes\nyes\nyes\nAna\n\na counselor\n\n\n\n\n\nno\n\nyes\n");
    CHECK(output.ends_with("Students must not see this number: add \"audience: staff\" to the help "
                           "line crisis.\nThen type: help-kiosk check\n"));
    CHECK(has(fixture.text(), "a counselor answered; may not be shown to students\"}"));
}

TEST_CASE("calls: 911 is not asked about facts that its screen does not say") {
    RecordFixture fixture;
    const std::string output = fixture.run("emergency", "yes\nAna\n\nthe dispatcher\n\n\nyes\n");
    CHECK(has(output, "Do not call 911 to test it."));
    CHECK_FALSE(has(output, "Hours."));
    CHECK_FALSE(has(output, "students"));
    CHECK(fixture.result == RecordResult::written);
}

TEST_CASE("calls: an answer that the content cannot have is asked for again") {
    RecordFixture fixture;
    const std::string output =
        fixture.run("hidden", "yes\n\n" + std::string(70, 'a') +
                                  "\nAna Ruiz\n11/27/2026\n2026-11-29\n"
                                  "2026-02-30\n\n\na counselor\n\n" +
                                  std::string(601, 'b') + "\n\n\n\n\nyes\n\nyes\n");
    CHECK(has(output, "  type the name\n"));
    CHECK(has(output, "  this date is in the future, by the clock of this computer\n"));
    CHECK(has(output, "  type who answered\n"));
    CHECK_MESSAGE(fixture.text() ==
                      with_replaced(calls_yaml,
                                    "true,\n     verified: {on: 2026-09-14, source: a page}",
                                    "true,\n     verified: " + plain_entry),
                  output);
}

TEST_CASE("calls: a call of more than 12 months ago is recorded, with a word that it is too old") {
    const std::string note =
        "  That is more than 12 months ago, so this help line will still count "
        "as not called in 12 months.\n";
    for (const auto& [date, is_old] :
         {std::pair{"2025-11-27", true}, {"2025-11-28", false}, {"", false}}) {
        RecordFixture fixture;
        std::string answers = plain_answers;
        answers.insert(answers.find("\n\n") + 1, date);
        const std::string output = fixture.run("hidden", answers);
        CHECK_MESSAGE(has(output, note) == is_old, output);
        CHECK(fixture.result == RecordResult::written);
    }
}

TEST_CASE("calls: lines that a call does not change keep their line endings") {
    const auto mixed = [](std::string text) {
        const std::size_t offset = text.find("sections:\n");
        REQUIRE(offset != std::string::npos);
        return text.insert(offset + 9, "\r");
    };
    RecordFixture fixture(mixed(calls_yaml));
    fixture.run("hidden", plain_answers);
    CHECK(fixture.text() ==
          mixed(with_replaced(calls_yaml, "true,\n     verified: {on: 2026-09-14, source: a page}",
                              "true,\n     verified: " + plain_entry)));
}

TEST_CASE("calls: a note that is too long with the earlier source is written again") {
    RecordFixture fixture(with_replaced(
        calls_yaml, "true,\n     verified: {on: 2026-09-14, source: a page}",
        "true,\n     verified: {on: 2026-09-14, source: " + std::string(560, 'x') + "}"));
    const std::string output = fixture.run(
        "hidden", "yes\nAna\n\na counselor who speaks\n\n\n\n\n\nyes\nmusic\nAlso music.\nyes\n");
    CHECK(has(output, "Write a shorter note about the call:"));
    CHECK(load_content(fixture.text())->find_help_line("hidden")->verified.source ==
          std::string(560, 'x') + "; called 2026-11-28: Also music.");
}

TEST_CASE("calls: a file that changes during the questions is not overwritten") {
    RecordFixture fixture;
    // The stream changes the file when the last answer is read.
    class ChangingBuffer : public std::stringbuf {
    public:
        ChangingBuffer(const std::string& text, fs::path file)
            : std::stringbuf(text), file_(std::move(file)) {}

    protected:
        int_type underflow() override {
            test::write_file(file_, calls_yaml + "# changed\n");
            return std::stringbuf::underflow();
        }

    private:
        fs::path file_;
    };
    ChangingBuffer buffer(plain_answers.substr(0, plain_answers.size() - 1), fixture.path());
    std::istream in(&buffer);
    std::ostringstream out;
    commands::setup::Prompter prompter(in, out, true);
    const RecordResult result =
        commands::calls::run_record_dialog({fixture.path(), std::nullopt, fixture.folder / "none"},
                                           {call_date, {}}, "hidden", prompter);
    CHECK(result == RecordResult::failed);
    CHECK(out.str().ends_with("The file has changed since the first question. Nothing was "
                              "written.\n  = type the same command again\n"));
    CHECK(fixture.text() == calls_yaml + "# changed\n");
}

TEST_CASE("calls: a file that cannot be written is left as it is, and the reason is printed") {
    RecordFixture fixture;
    fs::create_directory(fixture.folder /
                         "content.yaml.new"); // where the new text is written first
    CHECK(fixture.run("hidden", plain_answers)
              .ends_with("The file could not be written: Is a directory. Nothing was changed.\n"));
    CHECK(fixture.result == RecordResult::failed);
    CHECK(fixture.text() == calls_yaml);
}

TEST_CASE("calls: a read-only file or a missing folder is reported before the questions") {
    const test::TemporaryFolder folder;
    const fs::path file = folder / "content.yaml";
    const commands::Machine machine((folder / "machine").string());
    const auto blocker = [&](const fs::path& path) {
        return commands::find_content_write_blocker(path, machine, "help-kiosk calls --record x");
    };
    test::write_file(file, calls_yaml);
    CHECK(blocker(file) == "");
    fs::permissions(file, fs::perms(0444));
    CHECK(blocker(file) ==
          fmt::format("{0} is read-only\n  = type: chmod u+w {0}\n", file.string()));
    fs::create_symlink(file, folder / "link.yaml");
    CHECK(blocker(folder / "link.yaml") != "");
    CHECK(commands::find_owner_blocker(file, 0, "help-kiosk calls --record x") == "");
    CHECK(commands::find_owner_blocker(file, geteuid() + 1, "help-kiosk calls --record x") ==
          fmt::format("{} belongs to another user or group\n  = type: sudo help-kiosk calls "
                      "--record x\n",
                      file.string()));
    CHECK(commands::find_owner_blocker(folder / "none", 1, "help-kiosk calls --record x") == "");
    CHECK(blocker(folder / "none/content.yaml") ==
          fmt::format("there is no folder {}\n  = install help-kiosk, or choose another file with "
                      "--content\n",
                      (folder / "none").string()));
}
