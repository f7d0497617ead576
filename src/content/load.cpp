#include "content/load.hpp"

#include "content/reading/fields.hpp"
#include "content/reading/file.hpp"
#include "content/reading/help_lines.hpp"
#include "content/reading/node.hpp"
#include "content/reading/sections.hpp"
#include "content/reading/site.hpp"
#include "content/reading/translation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <utility>

namespace content {

namespace {

using namespace reading;

using Find = std::function<Found(std::string_view code)>;

// One run over all files. Whatever is wrong in one, the others are still read, so that every problem is
// reported.
class Loading {
public:
    explicit Loading(const Surroundings& surroundings, std::string also_offered = {})
        : surroundings_(surroundings), also_offered_(std::move(also_offered)) {}

    Loaded load(const Found& content, const Found& site, const Find& translation) {
        if (const auto opened = open(content)) read_content(opened->root, *opened->source);
        if (const auto opened = open(site)) {
            read_site(opened->root, {*opened->source, said_}, draft_);
        }
        if (content_) {
            require_site();
            offer_also();
        }
        result_.site = finish(draft_);
        read_languages(translation);

        sort(problems_);
        Loaded loaded;
        loaded.site = result_.site;
        if (!has_error(problems_)) loaded.content = std::make_shared<const Content>(std::move(result_));
        loaded.problems = std::move(problems_);
        loaded.coverage = std::move(coverage_);
        return loaded;
    }

private:
    struct Opened {
        Node root;
        Source* source;
    };

    std::optional<Opened> open(const Found& file) {
        if (file.problem) problems_.push_back(*file.problem);
        if (!file.document) return std::nullopt;
        Source& source = sources_.emplace_back(*file.document, problems_);
        if (!source.readable()) return std::nullopt;
        auto root = parse_yaml(source);
        if (!root) return std::nullopt;
        return Opened{std::move(*root), &source};
    }

    void read_content(const Node& root, Source& source) {
        const Reading reading{source, said_};
        if (root.kind == Node::Kind::map) content_ = {&source, root.where};
        Fields fields(root, reading, "the file");
        if (const Node* const site = fields.find("site")) {
            if (site->kind == Node::Kind::map) content_->site = site->where;
            read_site(*site, reading, draft_);
        }
        if (const Node* const lines = fields.need("help_lines")) {
            result_.help_lines = read_help_lines(*lines, reading, surroundings_.today);
        }
        if (const Node* const strip = fields.need("strip")) {
            constexpr std::size_t most = 4; // tabs wide enough for a finger and a code
            result_.strip = read_line_ids(*strip, reading, "\"strip\"", most, result_.help_lines);
        }
        if (const Node* const home = fields.need("home")) result_.home = read_home(*home, reading);
        if (const Node* const sections = fields.need("sections")) {
            result_.sections = read_sections(*sections, reading, result_.help_lines);
        }
        fields.done();
    }

    // Which of the two files gives them is the district's choice, so neither has to.
    void require_site() {
        const auto require = [this](bool given, std::string_view key) {
            if (given) return;
            content_->source->error(content_->site, fmt::format("the site has no \"{}\"", key),
                                    fmt::format("add \"{}: ...\" to the site block, or to site.yaml", key));
        };
        require(draft_.has_school, "school");
        require(draft_.has_place, "place");
    }

    void offer_also() {
        if (also_offered_.empty()) return;
        const auto offer = [this](const std::string& code) {
            if (std::ranges::find(draft_.languages, code, &LanguageCode::code) == draft_.languages.end())
                draft_.languages.push_back({code, content_->source, content_->site});
        };
        if (draft_.languages.empty()) offer("en");
        offer(also_offered_);
    }

    void read_languages(const Find& find) {
        if (draft_.languages.empty()) result_.languages.push_back(english());
        for (const LanguageCode& language : draft_.languages) {
            if (language.code == "en") {
                result_.languages.push_back(english());
            } else {
                read_language(language, find(language.code));
            }
        }
    }

    void read_language(const LanguageCode& language, const Found& file) {
        if (!file.document && !file.problem) {
            language.source->error(
                language.where, fmt::format("there is no translation {}.yaml", language.code),
                fmt::format("add it to the translations, or take \"{}\" off the list", language.code));
        }
        const auto opened = open(file);
        if (!opened) return;
        Translated translated = read_translation(opened->root, {*opened->source, said_}, language.code,
                                                 {said_, surroundings_.interface});
        result_.languages.push_back(std::move(translated.translation));
        coverage_.push_back(std::move(translated.coverage));
    }

    static Translation english() {
        Translation english;
        english.code = "en";
        english.name = "English";
        return english;
    }

    struct ContentFile {
        Source* source;
        Span site; // where the site block is, or should be
    };

    Surroundings surroundings_;
    std::string also_offered_;
    std::vector<Problem> problems_;
    std::deque<Source> sources_; // problems point into them, so they stay where they are
    std::vector<Said> said_;
    SiteDraft draft_;
    std::optional<ContentFile> content_;
    Content result_;
    std::vector<Coverage> coverage_;
};

Found must_exist(const std::filesystem::path& path) {
    Found found = read_file(path);
    if (!found.document && !found.problem)
        found.problem = problem_of_file(path.string(), "there is no such file");
    return found;
}

Loaded load_with(const Found& site, const Sources& sources, const Surroundings& surroundings) {
    Documents read;
    const Found content = must_exist(sources.content);
    const auto translation = [&](std::string_view code) {
        Found found = read_file(sources.translations / fmt::format("{}.yaml", code));
        if (found.document) read.translations.emplace(code, *found.document);
        return found;
    };
    Loaded loaded = Loading(surroundings, sources.language).load(content, site, translation);
    read.content = content.document;
    read.site = site.document;
    loaded.documents = std::move(read);
    return loaded;
}

} // namespace

Loaded load(const Sources& sources, const Surroundings& surroundings) {
    const auto beside = sources.content.parent_path() / "site.yaml";
    return load_with(sources.site ? must_exist(*sources.site) : read_file(beside), sources, surroundings);
}

Loaded load(const Sources& sources, const Document& site, const Surroundings& surroundings) {
    return load_with({.document = site, .problem = std::nullopt}, sources, surroundings);
}

Loaded parse(const Documents& documents, const Surroundings& surroundings) {
    const auto translation = [&](std::string_view code) {
        const auto found = documents.translations.find(code);
        return found == documents.translations.end() ? std::nullopt : std::optional(found->second);
    };
    return parse(documents.content.value_or(Document{}), documents.site, translation, surroundings);
}

Loaded parse(const Document& content, const std::optional<Document>& site, const FindTranslation& translation,
             const Surroundings& surroundings) {
    const auto found = [](std::optional<Document> document) {
        return Found{.document = std::move(document), .problem = std::nullopt};
    };
    return Loading(surroundings).load(found(content), found(site), [&](std::string_view code) {
        return found(translation(code));
    });
}

} // namespace content
