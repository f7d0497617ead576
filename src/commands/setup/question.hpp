// The questions of `help-kiosk setup`, and how an answer changes site.yaml.
#pragma once

#include "content/content.hpp"
#include "content/yaml_edit.hpp"

#include <optional>
#include <string>
#include <vector>

namespace commands::setup {

// A language that the kiosk can offer.
struct LanguageOption {
    std::string code;
    // The name in its own script. Empty if its file has errors.
    std::string name;
    bool is_draft = false;
};

// A question about one setting.
struct Question {
    // The key in site.yaml.
    std::string key;
    std::string prompt;
    // The current value, in the form of an answer.
    std::string current;
};

// Returns the questions in the order in which they are asked. `site` has the current values.
std::vector<Question> questions(const content::Site& site,
                                const std::vector<LanguageOption>& languages);

// An answer that was understood, or what to write instead.
struct AnswerResult {
    std::optional<content::YamlKeyEdit> edit; // the change to site.yaml
    std::string advice;                       // set if `edit` is not
};

// Returns the change to site.yaml for an answer. The value is not validated: the content parser
// does that when the changed file is loaded.
AnswerResult parse_answer(const std::string& key, const std::string& answer,
                          const content::Site& site, const std::vector<LanguageOption>& languages);

} // namespace commands::setup
