#include "cli/options.hpp"
#include "commands/check.hpp"
#include "commands/commands.hpp"
#include "commands/site_file.hpp"
#include "commands/translate/interface_screens.hpp"
#include "commands/translate/language_file.hpp"
#include "commands/translate/pictures.hpp"
#include "content/exchange/csv_file.hpp"
#include "content/exchange/po_file.hpp"
#include "content/language_code.hpp"
#include "content/parser/language_names.hpp"
#include "content/parser/read_file.hpp"
#include "os/atomic_file.hpp"
#include "preview/screen_list.hpp"
#include "ui/strings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <memory>
#include <set>
#include <stdexcept>
#include <system_error>

namespace commands {

namespace {

namespace fs = std::filesystem;
using content::exchange::ExchangedText;
using content::exchange::ExchangeTable;

struct TranslateOptions {
    cli::ContentOptions content_options;
    std::string code;
    std::string name; // of the language, for a new file
    std::string po_path;
    std::string from_po_path;
    std::string csv_path;
    std::string from_csv_path;
    std::string picture_folder;

    bool is_import() const { return !from_po_path.empty() || !from_csv_path.empty(); }
    bool is_export() const { return !po_path.empty() || !csv_path.empty(); }
};

constexpr const char* nothing_changed = "Nothing was changed.\n";

void print(const std::vector<content::Problem>& problems) {
    for (const content::Problem& problem : problems)
        std::fputs(content::to_string(problem).c_str(), stderr);
}

// Returns why the options make no sense together, with advice, or an empty text.
std::string find_wrong_option(const TranslateOptions& options) {
    const auto meant = content::parser::find_language_code(options.code);
    if (options.code == "en" || meant == "en") return "English is the language that is translated";
    if (!content::is_language_code(options.code))
        return fmt::format("\"{}\" is not the code of a language\n  = write {}", options.code,
                           meant ? fmt::format("\"{}\"", *meant) : "a code like \"es\" or \"so\"");
    const std::vector<const std::string*> files{&options.po_path, &options.from_po_path,
                                                &options.csv_path, &options.from_csv_path};
    const auto count =
        std::ranges::count_if(files, [](const std::string* file) { return !file->empty(); });
    return count > 1 ? "use one of --po, --from-po, --csv and --from-csv at once" : "";
}

// Loads the English texts. They must be complete, or translations would seem to be unused. Mistakes
// in other languages, or a language that has no file yet, do not matter here.
content::LoadResult load_english(const content::ContentPaths& paths) {
    const content::LoadContext context{std::nullopt, ui::ui_strings};
    content::LoadResult all = content::load(paths, context);
    if (!all.files.content) return all; // the problems say why
    const auto empty_translation = [](std::string_view code) {
        return content::SourceFile{
            "", fmt::format(
                    "language: {{code: {0}, name: {0}, direction: ltr}}\ntexts: []\nend: true\n",
                    code)};
    };
    return content::parse(*all.files.content, all.files.site, empty_translation, context);
}

std::vector<content::Problem> errors_of(const content::LoadResult& loaded) {
    std::vector<content::Problem> errors;
    std::ranges::copy_if(loaded.problems, std::back_inserter(errors),
                         [](const content::Problem& problem) {
                             return problem.severity == content::Severity::error;
                         });
    return errors;
}

// Writes a file with one of the functions of os/atomic_file. Throws std::runtime_error with one
// line that names the file and the reason.
void write_or_throw(void (*write_file)(const fs::path&, std::string_view), const fs::path& path,
                    const std::string& text) {
    try {
        write_file(path, text);
    } catch (const std::system_error& error) {
        throw std::runtime_error("cannot write " + path.string() + ": " + error.code().message());
    }
}

// An update of the package would replace a changed file in the installed folder.
std::string find_folder_problem(const fs::path& folder) {
    const fs::path installed = fs::path(KIOSK_INSTALLED_DATA) / "translations";
    std::error_code ignored; // folders that do not exist are not the same
    if (!fs::equivalent(folder, installed, ignored)) return {};
    return fmt::format("an update would replace a translation in {0}\n"
                       "  = copy the translations first: sudo cp -r {0} {1}/\n",
                       installed.string(),
                       fs::path(KIOSK_INSTALLED_CONTENT).parent_path().string());
}

void print_report(const content::UpdateReport& report, const std::string& code) {
    constexpr std::size_t max_listed = 20;
    fmt::print("kept {}, changed {}, new {}, stale {}\n", report.kept_count, report.changed.size(),
               report.added.size(), report.stale.size());
    for (const content::FilePair& pair : report.changed) {
        fmt::print("changed: {}\n", pair.english);
        if (pair.old)
            fmt::print("    old_en: {}\n    old_{}: {}\n", pair.old->english, code,
                       pair.old->target);
    }
    for (std::size_t i = 0; i < std::min(report.added.size(), max_listed); ++i)
        fmt::print("new: {}\n", report.added[i]);
    if (report.added.size() > max_listed)
        fmt::print("and {} more that are new\n", report.added.size() - max_listed);
    for (const std::string& english : report.stale) fmt::print("stale: {}\n", english);
}

// Runs the command for one language.
class Translator {
public:
    explicit Translator(const TranslateOptions& options)
        : options_(&options), paths_(cli::find_content_paths(options.content_options)) {}

    int run() {
        loaded_ = load_english(paths_);
        std::vector<content::Problem> errors = errors_of(loaded_);
        if (errors.empty())
            file_.emplace(paths_.translations / (options_->code + ".yaml"), options_->code,
                          options_->name,
                          content::parser::EnglishTexts{loaded_.texts, ui::ui_strings}, errors);
        if (!errors.empty()) {
            print(errors);
            std::fputs(nothing_changed, stderr);
            return 1;
        }
        if (!options_->picture_folder.empty())
            draw_pictures(paths_, options_->code, options_->picture_folder);
        if (options_->is_export()) return export_texts();
        if (!options_->picture_folder.empty() && !options_->is_import() && options_->name.empty())
            return 0;
        return options_->is_import() ? import_texts() : update();
    }

private:
    int fail(const std::string& message) const {
        fmt::print(stderr, "help-kiosk: {}\n{}", message, nothing_changed);
        return 1;
    }

    int update() {
        if (!can_write()) return 1;
        const bool is_changed = file_->is_changed();
        if (is_changed) write_or_throw(os::edit_file_atomically, file_->path(), file_->text().text);
        fmt::print("{} {}: ", is_changed ? "wrote" : "up to date:", file_->path());
        print_report(file_->report(), options_->code);
        print_status();
        return 0;
    }

    // Adds the screens of the interface. A screen that visitors do not see yet has no picture.
    void name_screens(ExchangeTable& table) const {
        const auto interface_screens = find_interface_screens(loaded_);
        std::set<std::string> drawn;
        for (const preview::Screen& screen : preview::visitor_screens(*loaded_.content))
            drawn.insert(screen.name);
        for (ExchangedText& text : table.texts) {
            const auto found = interface_screens.find(text.english);
            if (text.screen.empty() && found != interface_screens.end())
                text.screen = found->second;
            if (!drawn.contains(text.screen)) text.screen.clear();
        }
    }

    int export_texts() {
        ExchangeTable table = file_->table();
        if (loaded_.content) name_screens(table);
        const bool is_po = !options_->po_path.empty();
        const fs::path path = is_po ? options_->po_path : options_->csv_path;
        write_or_throw(os::write_file_atomically, path,
                       is_po ? content::exchange::write_po(table)
                             : content::exchange::write_csv(table));
        fmt::print("wrote {}: {} texts\n", path.string(), table.texts.size());
        print_status();
        return 0;
    }

    int import_texts() {
        const bool is_po = !options_->from_po_path.empty();
        const fs::path path = is_po ? options_->from_po_path : options_->from_csv_path;
        const auto result = content::parser::read_file(path);
        if (!result.file && !result.problem) return fail("there is no file " + path.string());
        std::vector<content::Problem> problems;
        if (result.problem) problems.push_back(*result.problem);
        int change_count = 0;
        if (result.file) {
            content::parser::SourceText source(*result.file, problems);
            const auto table = is_po ? content::exchange::read_po(source, options_->code)
                                     : content::exchange::read_csv(source, options_->code);
            if (table) change_count = file_->apply(*table, source);
        }
        print(problems);
        if (content::has_error(problems)) {
            std::fputs(nothing_changed, stderr);
            return 1;
        }
        if (!can_write()) return 1;
        if (change_count > 0 || !file_->exists())
            write_or_throw(os::edit_file_atomically, file_->path(), file_->text().text);
        fmt::print("read {}: {} translations changed in {}\n", path.string(), change_count,
                   file_->path());
        print_status();
        return 0;
    }

    // Returns whether the file can be written, and is one that the kiosk reads. Otherwise says why
    // not.
    bool can_write() const {
        if (!file_->exists() && options_->name.empty()) {
            fail(fmt::format("there is no translation {0} yet\n  = add the language's own name for "
                             "itself, for example: help-kiosk translate so --name Soomaali",
                             file_->path()));
            return false;
        }
        std::string blocker = find_folder_problem(paths_.translations);
        if (blocker.empty())
            blocker =
                find_write_blocker(file_->path(), Machine(),
                                   "help-kiosk translate " + options_->code, "--translations");
        if (!blocker.empty()) {
            fmt::print(stderr, "help-kiosk: {}{}", blocker, nothing_changed);
            return false;
        }
        const auto checked = file_->check();
        if (!content::has_error(checked.problems)) return true;
        print(checked.problems);
        std::fputs(nothing_changed, stderr);
        return false;
    }

    void print_status() const {
        const auto checked = file_->check();
        fmt::print("{}\n", describe_language(checked.translation, {checked.coverage}));
    }

    const TranslateOptions* options_;
    content::ContentPaths paths_;
    content::LoadResult loaded_;
    std::optional<LanguageFile> file_;
};

int run(const TranslateOptions& options) {
    const std::string wrong = find_wrong_option(options);
    if (wrong.empty()) return Translator(options).run();
    fmt::print(stderr, "help-kiosk: {}\n", wrong);
    return 1;
}

} // namespace

void add_translate_command(cli::CommandLine& command_line) {
    auto options = std::make_shared<TranslateOptions>();
    cli::Command command =
        command_line.add_command("translate", "Write or update the translation of a language");
    cli::add_content_options(command, options->content_options);
    command.add_required_option("code", options->code, "Code of the language, for example es");
    command.add_option("--name", options->name,
                       "The language's own name for itself, for a language that is new");
    command.add_option("--po", options->po_path, "Write the texts as a PO file, for Poedit");
    command.add_option("--from-po", options->from_po_path, "Read the translations of a PO file");
    command.add_option("--csv", options->csv_path,
                       "Write the texts as a CSV file, for LibreOffice");
    command.add_option("--from-csv", options->from_csv_path, "Read the translations of a CSV file");
    command.add_option("--pictures", options->picture_folder,
                       "Draw the screens that the PO and CSV files name into this folder");
    command.set_action([options] { return run(*options); });
}

} // namespace commands
