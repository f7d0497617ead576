#include "content/load.hpp"

#include "content/parser/map_reader.hpp"
#include "content/parser/read_file.hpp"
#include "content/parser/help_lines.hpp"
#include "content/parser/yaml_tree.hpp"
#include "content/parser/sections.hpp"
#include "content/parser/site.hpp"
#include "content/parser/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

namespace content {

namespace {

using namespace parser;

using Find = std::function<content::parser::ReadFileResult(std::string_view code)>;

// One run over all files. Whatever is wrong in one, the others are still read, so that every problem is
// reported.
class Loader {
public:
    explicit Loader(const LoadContext& load_context, std::string requested_language = {})
        : load_context_(load_context), requested_language_(std::move(requested_language)) {}

    LoadResult load(const content::parser::ReadFileResult& content, const content::parser::ReadFileResult& site, const Find& translation) {
        if (const auto open_file = open(content)) read_content(open_file->root, *open_file->source);
        if (const auto open_file = open(site)) {
            content::parser::read_site(open_file->root, {*open_file->source, texts_}, partial_site_);
        }
        if (content_root_) {
            require_site();
            add_requested_language();
        }
        result_.site = content::parser::build_site(partial_site_);
        read_languages(translation);

        sort_problems(problems_);
        LoadResult loaded;
        loaded.site = result_.site;
        if (!has_error(problems_)) loaded.content = std::make_shared<const Content>(std::move(result_));
        loaded.problems = std::move(problems_);
        loaded.coverage = std::move(coverage_);
        return loaded;
    }

private:
    struct OpenFile {
        YamlNode root;
        content::parser::SourceText* source;
    };

    std::optional<OpenFile> open(const content::parser::ReadFileResult& result) {
        if (result.problem) problems_.push_back(*result.problem);
        if (!result.file) return std::nullopt;
        content::parser::SourceText& source = source_texts_.emplace_back(*result.file, problems_);
        if (!source.validate()) return std::nullopt;
        auto root = content::parser::parse_yaml(source);
        if (!root) return std::nullopt;
        return OpenFile{std::move(*root), &source};
    }

    void read_content(const YamlNode& root, content::parser::SourceText& source) {
        const content::parser::ParseContext context{source, texts_};
        if (root.kind == YamlNode::Kind::mapping) content_root_ = {&source, root.range};
        content::parser::MapReader reader(root, context, "the file");
        if (const YamlNode* const site = reader.find("site")) {
            if (site->kind == YamlNode::Kind::mapping) content_root_->site_range = site->range;
            content::parser::read_site(*site, context, partial_site_);
        }
        if (const YamlNode* const help_lines = reader.require("help_lines")) {
            result_.help_lines = content::parser::read_help_lines(*help_lines, context, load_context_.today);
        }
        if (const YamlNode* const strip = reader.require("strip")) {
            constexpr std::size_t max_tabs = 4; // tabs wide enough for a finger and a code
            result_.strip = content::parser::read_help_line_ids(*strip, context, "\"strip\"", max_tabs, result_.help_lines);
        }
        if (const YamlNode* const home = reader.require("home")) result_.home = content::parser::read_home(*home, context);
        if (const YamlNode* const sections = reader.require("sections")) {
            result_.sections = content::parser::read_sections(*sections, context, result_.help_lines);
        }
        reader.report_unknown_keys();
    }

    // Which of the two files gives them is the district's choice, so neither has to.
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
            if (std::ranges::find(partial_site_.languages, language_code, &content::parser::RequestedLanguage::code) ==
                partial_site_.languages.end())
                partial_site_.languages.push_back(
                    {language_code, content_root_->source, content_root_->site_range});
        };
        if (partial_site_.languages.empty()) add_language("en");
        add_language(requested_language_);
    }

    void read_languages(const Find& find) {
        if (partial_site_.languages.empty()) result_.translations.push_back(english());
        for (const content::parser::RequestedLanguage& language : partial_site_.languages) {
            if (language.code == "en") {
                result_.translations.push_back(english());
            } else {
                read_language(language, find(language.code));
            }
        }
    }

    void read_language(const content::parser::RequestedLanguage& language, const content::parser::ReadFileResult& result) {
        if (!result.file && !result.problem) {
            language.source->error(
                language.range, fmt::format("there is no translation {}.yaml", language.code),
                fmt::format("add it to the translations, or take \"{}\" off the list", language.code));
        }
        const auto open_file = open(result);
        if (!open_file) return;
        content::parser::ParsedTranslation parsed = content::parser::read_translation(open_file->root, {*open_file->source, texts_},
                                                    language.code, {texts_, load_context_.ui_strings});
        result_.translations.push_back(std::move(parsed.translation));
        coverage_.push_back(std::move(parsed.coverage));
    }

    static Translation english() {
        Translation english;
        english.code = "en";
        english.name = "English";
        return english;
    }

    struct ContentRoot {
        content::parser::SourceText* source;
        content::parser::SourceRange site_range; // where the site block is, or should be
    };

    LoadContext load_context_;
    std::string requested_language_;
    std::vector<Problem> problems_;
    std::deque<content::parser::SourceText> source_texts_; // problems point into them, so they stay where they are
    std::vector<content::parser::TranslatableText> texts_;
    content::parser::PartialSite partial_site_;
    std::optional<ContentRoot> content_root_;
    Content result_;
    std::vector<TranslationCoverage> coverage_;
};

content::parser::ReadFileResult read_required_file(const std::filesystem::path& path) {
    content::parser::ReadFileResult result = content::parser::read_file(path);
    if (!result.file && !result.problem) result.problem = content::parser::file_problem(path.string(), "there is no such file");
    return result;
}

LoadResult load_files(const content::parser::ReadFileResult& site, const ContentPaths& paths, const LoadContext& load_context) {
    SourceFiles files;
    const content::parser::ReadFileResult content = read_required_file(paths.content);
    const auto translation = [&](std::string_view language_code) {
        content::parser::ReadFileResult result = content::parser::read_file(paths.translations / fmt::format("{}.yaml", language_code));
        if (result.file) files.translations.emplace(language_code, *result.file);
        return result;
    };
    LoadResult loaded = Loader(load_context, paths.language).load(content, site, translation);
    files.content = content.file;
    files.site = site.file;
    loaded.files = std::move(files);
    return loaded;
}

} // namespace

LoadResult load(const ContentPaths& paths, const LoadContext& load_context) {
    const auto default_site_path = paths.content.parent_path() / "site.yaml";
    return load_files(paths.site ? read_required_file(*paths.site) : content::parser::read_file(default_site_path), paths,
                      load_context);
}

LoadResult load(const ContentPaths& paths, const SourceFile& site, const LoadContext& load_context) {
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
        return content::parser::ReadFileResult{.file = std::move(file), .problem = std::nullopt};
    };
    return Loader(load_context).load(to_result(content), to_result(site), [&](std::string_view language_code) {
        return to_result(translation(language_code));
    });
}

} // namespace content
