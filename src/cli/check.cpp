#include "cli/check.hpp"

#include "cli/options.hpp"
#include "cli/places.hpp"
#include "content/grade.hpp"
#include "platform/clock.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <memory>

namespace cli {

namespace {

using content::Audience;
using Json = nlohmann::ordered_json;

double rounded_grade(const content::Section& section) {
    return std::round(content::grade(section, section.audience).mean() * 10) / 10;
}

const content::HelpLine& oldest_verified(const content::Content& content) {
    return *std::ranges::min_element(content.help_lines, {},
                                     [](const content::HelpLine& line) { return line.verified.on; });
}

std::string written(std::chrono::year_month_day day) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

// "es Español, 250 of 250 texts, draft"
std::string described(const content::Translation& language, const std::vector<content::Coverage>& all) {
    std::string text = fmt::format("{} {}", language.code, language.name);
    const auto coverage = std::ranges::find(all, language.code, &content::Coverage::code);
    if (coverage == all.end()) return text;
    text += fmt::format(", {} of {} texts", coverage->translated, coverage->texts);
    return text + (language.reviewed_by.empty() ? ", draft" : ", reviewed by " + language.reviewed_by);
}

Json as_json(const content::Problem& problem) {
    return {{"severity", problem.severity == content::Severity::error ? "error" : "warning"},
            {"file", problem.file},
            {"line", problem.line},
            {"column", problem.column},
            {"message", problem.message},
            {"source", problem.source},
            {"instead", problem.instead}};
}

Json as_json(const content::Translation& language, const std::vector<content::Coverage>& all) {
    Json json{{"code", language.code}, {"name", language.name}};
    const auto coverage = std::ranges::find(all, language.code, &content::Coverage::code);
    if (coverage == all.end()) return json;
    json["texts"] = coverage->texts;
    json["translated"] = coverage->translated;
    json["reviewed_by"] = language.reviewed_by;
    return json;
}

Json as_json(const content::Loaded& loaded) {
    Json json{{"ok", loaded.content != nullptr}, {"problems", Json::array()}};
    for (const content::Problem& problem : loaded.problems) json["problems"].push_back(as_json(problem));
    if (!loaded.content) return json;

    const content::Content& content = *loaded.content;
    for (const content::Section& section : content.sections) {
        json["sections"].push_back({{"id", section.id},
                                    {"title", section.title},
                                    {"audience", section.audience == Audience::staff ? "staff" : "everyone"},
                                    {"reading_grade", rounded_grade(section)}});
    }
    const content::HelpLine& oldest = oldest_verified(content);
    json["help_lines"] = content.help_lines.size();
    json["oldest_verified"] = {{"id", oldest.id}, {"on", written(oldest.verified.on)}};
    for (const content::Translation& language : content.languages) {
        json["languages"].push_back(as_json(language, loaded.coverage));
    }
    return json;
}

struct CheckWish {
    SourceOptions sources;
    bool json = false;
};

int run(const CheckWish& wish) {
    return check(find_sources(wish.sources), {platform::today(), ui::words},
                 wish.json ? Form::json : Form::text, std::cout, std::cerr);
}

} // namespace

std::string summary(const content::Loaded& loaded) {
    const content::Content& content = *loaded.content;
    std::string text = fmt::format("sections: {}\n", content.sections.size());
    for (const content::Section& section : content.sections) {
        text += fmt::format("  {:<12} reading grade {:.1f}{}\n", section.id, rounded_grade(section),
                            section.audience == Audience::staff ? ", for staff" : "");
    }
    const content::HelpLine& oldest = oldest_verified(content);
    text += fmt::format("lines of help: {}, the oldest verified on {} ({})\n", content.help_lines.size(),
                        written(oldest.verified.on), oldest.id);
    text += fmt::format("languages: {}\n", content.languages.size());
    for (const content::Translation& language : content.languages) {
        text += fmt::format("  {}\n", described(language, loaded.coverage));
    }
    return text;
}

int check(const content::Sources& sources, const content::Surroundings& surroundings, Form form,
          std::ostream& out, std::ostream& err) {
    const content::Loaded loaded = content::load(sources, surroundings);
    if (form == Form::json) {
        // A file that is not UTF-8 is quoted in its own problem.
        out << as_json(loaded).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        for (const content::Problem& problem : loaded.problems) err << to_string(problem);
        if (loaded.content) out << summary(loaded);
    }
    return loaded.content ? 0 : 1;
}

void add_check(CommandLine& line) {
    auto wish = std::make_shared<CheckWish>();
    Command command = line.add("check", "Say whether the content is fit to be shown");
    add_source_options(command, wish->sources);
    command.option("file", wish->sources.content, "The content file, the same as --content");
    command.flag("--json", wish->json, "Print one JSON object");
    command.does([wish] { return run(*wish); });
}

} // namespace cli
