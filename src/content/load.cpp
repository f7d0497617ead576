#include "content/load.hpp"

#include "content/misnamed_files.hpp"
#include "content/parser/file_end.hpp"
#include "content/parser/help_lines.hpp"
#include "content/parser/language_names.hpp"
#include "content/parser/map_reader.hpp"
#include "content/parser/pronunciations.hpp"
#include "content/parser/read_file.hpp"
#include "content/parser/sections.hpp"
#include "content/parser/site.hpp"
#include "content/parser/strip.hpp"
#include "content/parser/translation.hpp"
#include "content/parser/unseen_characters.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/translation_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <iterator>
#include <map>
#include <utility>

namespace content {

namespace {

using parser::ReadFileResult;
using parser::SourceText;
using parser::YamlNode;

// Reads the file of a language.
using Find = std::function<ReadFileResult(std::string_view code)>;

// Parses all files once. An error in one file does not stop the others from being parsed, so that
// all problems are reported.
class Loader {
public:
    explicit Loader(const LoadContext& load_context, std::string requested_language = {})
        : load_context_(load_context), requested_language_(std::move(requested_language)) {}

    LoadResult load(const ReadFileResult& content, const ReadFileResult& site,
                    const Find& translation) {
        if (const auto open_file = open(content)) read_content(open_file->root, *open_file->source);
        if (const auto open_file = open(site)) read_site_file(open_file->root, *open_file->source);
        if (content_root_ && !is_cut_off_) {
            require_site();
            add_requested_language();
        }
        result_.site = parser::build_site(partial_site_);
        // The translations of a part that was cut off would seem to be unused.
        if (!is_cut_off_) read_languages(translation);
        hide_held_lines();

        sort_problems(problems_);
        LoadResult loaded;
        loaded.site = result_.site;
        if (!has_error(problems_))
            loaded.content = std::make_shared<const Content>(std::move(result_));
        loaded.problems = std::move(problems_);
        loaded.coverage = std::move(coverage_);
        loaded.texts = std::move(texts_);
        return loaded;
    }

private:
    struct OpenFile {
        YamlNode root;
        SourceText* source;
    };

    std::optional<OpenFile> open(const ReadFileResult& result) {
        if (result.problem) problems_.push_back(*result.problem);
        if (!result.file) return std::nullopt;
        SourceText& source = source_texts_.emplace_back(*result.file, problems_);
        if (!source.validate() || !parser::check_structure(source)) return std::nullopt;
        auto root = parser::parse_yaml(source);
        if (!root) return std::nullopt;
        return OpenFile{std::move(*root), &source};
    }

    void read_content(const YamlNode& root, SourceText& source) {
        parser::ParseContext context{source, texts_, Audience::everyone,
                                     load_context_.should_check_reading_grade};
        context.may_lack_end = load_context_.is_snapshot;
        if (root.kind == YamlNode::Kind::mapping && !root.is_incomplete)
            content_root_ = {&source, root.range};
        parser::MapReader reader(root, context, "the file");
        if (const YamlNode* const site = reader.find("site")) {
            if (content_root_ && site->kind == YamlNode::Kind::mapping)
                content_root_->site_range = site->range;
            if (site->is_incomplete) content_root_.reset();
            parser::read_site(*site, context, partial_site_);
        }
        if (const YamlNode* const help_lines = reader.require("help_lines")) {
            result_.help_lines = parser::read_help_lines(*help_lines, context, load_context_.today);
        }
        if (const YamlNode* const strip = reader.require("strip"))
            result_.strip = parser::read_strip(*strip, context, result_.help_lines);
        if (const YamlNode* const home = reader.require("home"))
            result_.home = parser::read_home(*home, context);
        if (const YamlNode* const sections = reader.require("sections")) {
            result_.sections = parser::read_sections(*sections, context, result_.help_lines);
        }
        if (const YamlNode* const pronunciations = reader.find("pronunciations"))
            result_.pronunciations = parser::read_pronunciations(*pronunciations, context);
        is_cut_off_ = !parser::check_file_end(root, reader);
        reader.report_unknown_keys();
    }

    // A file without settings is valid, because every one of them has a default or may be in
    // content.yaml. But a file without a single letter is probably the rest of one that was lost.
    void read_site_file(const YamlNode& root, SourceText& source) {
        if (root.kind != YamlNode::Kind::null)
            return parser::read_site(root, {source, texts_}, partial_site_);
        if (source.text().find_first_not_of(" \t\n") != std::string::npos) return;
        problems_.push_back(
            parser::file_warning(source.name(), "is empty, so it changes no setting",
                                 "type: sudo help-kiosk setup, or delete the file"));
    }

    // These keys may be in content.yaml or in site.yaml, so neither file alone must have them.
    void require_site() {
        const auto require = [this](bool is_given, std::string_view key) {
            if (is_given) return;
            content_root_->source->error(
                content_root_->site_range, fmt::format("the site has no \"{}\"", key),
                fmt::format("add \"{}: ...\" to the site block, or to site.yaml", key));
        };
        require(partial_site_.has_school, "school");
        require(partial_site_.has_place, "place");
    }

    void add_requested_language() {
        if (requested_language_.empty()) return;
        const auto add_language = [this](const std::string& language_code) {
            if (std::ranges::find(partial_site_.languages, language_code,
                                  &parser::RequestedLanguage::code) ==
                partial_site_.languages.end())
                partial_site_.languages.push_back(
                    {language_code, content_root_->source, content_root_->site_range});
        };
        if (partial_site_.languages.empty()) add_language("en");
        add_language(requested_language_);
    }

    void read_languages(const Find& find) {
        if (partial_site_.languages.empty()) result_.translations.push_back(english());
        for (const parser::RequestedLanguage& language : partial_site_.languages) {
            if (language.code == "en") {
                result_.translations.push_back(english());
            } else {
                read_language(language, find(language.code));
            }
        }
        offer_languages();
    }

    void read_language(const parser::RequestedLanguage& language, const ReadFileResult& result) {
        if (!result.file && !result.problem) {
            language.source->error(
                language.range, fmt::format("there is no translation file {}.yaml", language.code),
                advice_for_missing_file(language.code));
        }
        const auto open_file = open(result);
        if (!open_file) return;
        parser::ParseContext context{*open_file->source, texts_};
        context.may_lack_end = load_context_.is_snapshot;
        const auto shipped = read_shipped_texts(language.code);
        parser::ParsedTranslation parsed = parser::read_translation(
            open_file->root, context, language.code, {texts_, load_context_.ui_strings, &shipped});
        // A page that is half in another language helps nobody. A preview shows it nevertheless.
        const bool is_offered = parsed.coverage.is_complete() ||
                                load_context_.should_offer_incomplete_languages ||
                                language.code == requested_language_;
        if (is_offered) result_.translations.push_back(std::move(parsed.translation));
        coverage_.push_back(std::move(parsed.coverage));
    }

    std::map<std::string, std::string, std::less<>>
    read_shipped_texts(const std::string& language_code) const {
        if (load_context_.shipped_translations.empty()) return {};
        const ReadFileResult shipped =
            parser::read_file(load_context_.shipped_translations / (language_code + ".yaml"));
        if (!shipped.file) return {};
        const parser::EnglishTexts english{texts_, load_context_.ui_strings};
        return check_translation(*shipped.file, language_code, english).translation.texts;
    }

    static std::string advice_for_missing_file(std::string_view code) {
        const auto meant = parser::find_language_code(code);
        if (meant && *meant != code) return fmt::format("write \"{}\"", *meant);
        return fmt::format("add the file, or remove \"{}\" from the list", code);
    }

    // Languages that are not offered are not in the list that visitors choose from.
    void offer_languages() {
        if (result_.translations.empty()) result_.translations.push_back(english());
        result_.site.languages.clear();
        for (const Translation& translation : result_.translations)
            result_.site.languages.push_back(translation.code);
    }

    void hide_held_lines() {
        const auto is_held = [this](const std::string& id) {
            const HelpLine* const help_line = result_.find_help_line(id);
            return help_line != nullptr && help_line->is_held();
        };
        std::erase_if(result_.strip, [&](const StripTab& tab) { return is_held(tab.line); });
        for (Section& section : result_.sections)
            for (SectionTab& tab : section.tabs) hide_held_lines(tab.blocks, is_held);
    }

    static void hide_held_lines(std::vector<Block>& blocks,
                                const std::function<bool(const std::string&)>& is_held) {
        const auto is_heading = [](const Block& block) {
            return std::holds_alternative<HeadingBlock>(block.body);
        };
        std::vector<Block> shown;
        for (auto begin = blocks.begin(); begin != blocks.end();) {
            const auto end = std::find_if(begin + 1, blocks.end(), is_heading);
            const bool has_blocks_below = is_heading(*begin) && end - begin > 1;
            const std::size_t first = shown.size();
            for (; begin != end; ++begin) {
                auto* const lines = std::get_if<HelpLinesBlock>(&begin->body);
                if (lines != nullptr) std::erase_if(lines->ids, is_held);
                if (lines == nullptr || !lines->ids.empty()) shown.push_back(std::move(*begin));
            }
            if (has_blocks_below) adapt_heading(shown, first);
        }
        blocks = std::move(shown);
    }

    // A heading with nothing below it is removed, and one with only blocks for staff is for staff.
    static void adapt_heading(std::vector<Block>& blocks, std::size_t heading) {
        const auto below = blocks.begin() + static_cast<std::ptrdiff_t>(heading) + 1;
        if (below == blocks.end())
            blocks.pop_back();
        else if (std::all_of(below, blocks.end(),
                             [](const Block& block) { return block.audience == Audience::staff; }))
            blocks[heading].audience = Audience::staff;
    }

    static Translation english() {
        Translation english;
        english.code = "en";
        english.name = "English";
        return english;
    }

    struct ContentRoot {
        SourceText* source;
        parser::SourceRange site_range; // the site block, or the whole file if it has none
    };

    LoadContext load_context_;
    std::string requested_language_;
    std::vector<Problem> problems_;
    std::deque<SourceText> source_texts_; // a deque, because the texts are referred to by address
    std::vector<TranslatableText> texts_;
    parser::PartialSite partial_site_;
    std::optional<ContentRoot> content_root_;
    bool is_cut_off_ = false; // content.yaml does not have its last line
    Content result_;
    std::vector<TranslationCoverage> coverage_;
};

ReadFileResult read_required_file(const std::filesystem::path& path) {
    ReadFileResult result = parser::read_file(path);
    if (!result.file && !result.problem)
        result.problem = parser::file_problem(path.string(), "there is no such file");
    return result;
}

LoadResult load_files(const ReadFileResult& site, const ContentPaths& paths,
                      const LoadContext& load_context) {
    SourceFiles files;
    const ReadFileResult content = read_required_file(paths.content);
    const auto translation = [&](std::string_view language_code) {
        ReadFileResult result =
            parser::read_file(paths.translations / fmt::format("{}.yaml", language_code));
        if (result.file) files.translations.emplace(language_code, *result.file);
        return result;
    };
    LoadContext context = load_context;
    context.shipped_translations = paths.shipped_translations;
    LoadResult loaded = Loader(context, paths.language).load(content, site, translation);
    files.content = content.file;
    files.site = site.file;
    loaded.files = std::move(files);
    std::ranges::move(find_misnamed_files(paths), std::back_inserter(loaded.problems));
    sort_problems(loaded.problems);
    return loaded;
}

} // namespace

LoadResult load(const ContentPaths& paths, const LoadContext& load_context) {
    const auto default_site_path = paths.content.parent_path() / "site.yaml";
    return load_files(paths.site ? read_required_file(*paths.site)
                                 : parser::read_file(default_site_path),
                      paths, load_context);
}

LoadResult load(const ContentPaths& paths, const SourceFile& site,
                const LoadContext& load_context) {
    return load_files({.file = site, .problem = std::nullopt}, paths, load_context);
}

LoadResult parse(const SourceFiles& files, const LoadContext& load_context) {
    const auto translation = [&](std::string_view language_code) {
        const auto found = files.translations.find(language_code);
        return found == files.translations.end() ? std::nullopt : std::optional(found->second);
    };
    return parse(files.content.value_or(SourceFile{}), files.site, translation, load_context);
}

LoadResult parse(const SourceFile& content, const std::optional<SourceFile>& site,
                 const TranslationLookup& translation, const LoadContext& load_context) {
    const auto to_result = [](std::optional<SourceFile> file) {
        return ReadFileResult{.file = std::move(file), .problem = std::nullopt};
    };
    return Loader(load_context)
        .load(to_result(content), to_result(site), [&](std::string_view language_code) {
            return to_result(translation(language_code));
        });
}

} // namespace content
