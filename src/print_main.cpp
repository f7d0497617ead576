// help-kiosk-print: the program that prints the kiosk's content on paper. `help-kiosk print`
// replaces itself with it. It is a program of its own because nothing else needs Pango and Cairo.
#include "base/write_file.hpp"
#include "cli/command_line.hpp"
#include "cli/content_paths.hpp"
#include "cli/options.hpp"
#include "cli/standard_streams.hpp"
#include "content/load.hpp"
#include "print/paper.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

struct Options {
    cli::ContentOptions content;
    print::PrintOptions print;
    std::string kind; // as on the command line
    std::string language;
    std::string out_path;
    bool should_check = false;
};

// A paper that is half in another language helps nobody.
void require_complete_language(const content::LoadResult& loaded, const std::string& code) {
    const auto found =
        std::ranges::find(loaded.coverage, code, &content::TranslationCoverage::language_code);
    if (found == loaded.coverage.end() || found->is_complete()) return;
    throw std::runtime_error(
        fmt::format("{} of {} texts are not translated into \"{}\"; type: help-kiosk check",
                    found->text_count - found->translated_count, found->text_count, code));
}

// Returns null if the content has errors. They are then on stderr.
std::shared_ptr<const content::Content> load(const Options& options) {
    content::ContentPaths paths = cli::find_content_paths(options.content);
    paths.language = options.language;
    const content::LoadResult loaded = content::load(paths, {std::nullopt, ui::ui_strings});
    for (const content::Problem& problem : loaded.problems)
        if (problem.severity == content::Severity::error)
            std::fputs(content::to_string(problem).c_str(), stderr);
    if (loaded.content) require_complete_language(loaded, options.language);
    return loaded.content;
}

std::string default_file_name(const Options& options) {
    return options.kind + (options.language.empty() ? "" : "-" + options.language) + ".pdf";
}

int run(const Options& options) {
    const auto content = load(options);
    if (!content) return 1;
    const content::Translation& translation = content->translation_or_default(options.language);
    const print::PrintedPaper paper = print::make_paper(*content, translation, options.print);
    for (const std::string& note : paper.notes) fmt::print("{}\n", note);
    if (options.should_check) {
        for (const std::string& line : paper.left_out) fmt::print("{}\n", line);
        fmt::print("{} texts of the kiosk are not on this paper.\n", paper.left_out.size());
        return 0;
    }
    const std::string out =
        options.out_path.empty() ? default_file_name(options) : options.out_path;
    base::write_file(out, paper.pdf);
    fmt::print("{} is ready. Print it at 100 %, not fitted to the page.\n", out);
    return 0;
}

std::vector<std::string> split(const std::string& list) {
    std::vector<std::string> parts{""};
    for (const char letter : list) {
        if (letter == ',')
            parts.emplace_back();
        else
            parts.back() += letter;
    }
    return parts;
}

void add_kind(cli::CommandLine& command_line, const std::string& name, print::Kind kind,
              const std::string& help) {
    auto options = std::make_shared<Options>();
    options->kind = name;
    options->print.kind = kind;
    cli::Command command = command_line.add_command(name, help);
    cli::add_content_options(command, options->content);
    if (kind != print::Kind::staff)
        command.add_option("--language", options->language,
                           "Code of a language with a complete translation, for example es");
    command.add_choice("--paper", options->print.paper,
                       {{"letter", print::Paper::letter}, {"a4", print::Paper::a4}});
    if (kind != print::Kind::staff)
        command.add_parsed_option(
            "--lines", "ID,...",
            [options](const std::string& ids) {
                options->print.lines = split(ids);
                return std::string();
            },
            "Help lines, by their ids (default: those of the tear-off strip)");
    if (kind == print::Kind::poster)
        command.add_number("--tabs", options->print.tab_count, print::min_tab_count,
                           print::max_tab_count, "Number of tabs to tear off (default: 8)");
    command.add_option("--out", options->out_path, "PDF file to write (default: " + name + ".pdf)");
    command.add_flag("--check", options->should_check,
                     "Print what the kiosk says and the paper does not, and write no file");
    command.set_action([options] { return run(*options); });
}

int run_command(int argc, char** argv) {
    cli::CommandLine command_line("Print the kiosk's content on paper: make a PDF file",
                                  HELP_KIOSK_VERSION);
    add_kind(command_line, "poster", print::Kind::poster,
             "A poster with the help lines, and tabs to tear off");
    add_kind(command_line, "cards", print::Kind::cards,
             "Ten pocket cards a sheet, to print on both sides");
    add_kind(command_line, "stickers", print::Kind::stickers,
             "Thirty stickers a sheet, for student IDs");
    add_kind(command_line, "handout", print::Kind::handout,
             "Two pages of large print, to read with an adult");
    add_kind(command_line, "staff", print::Kind::staff,
             "One page for school staff: the report, the talk, local numbers");
    return command_line.run(argc, argv);
}

} // namespace

int main(int argc, char** argv) {
    return cli::run_main([&] { return run_command(argc, argv); });
}
