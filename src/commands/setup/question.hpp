// What somebody who puts a kiosk up is asked about this building.
#pragma once

#include "content/content.hpp"
#include "content/yaml_edit.hpp"

#include <string>
#include <vector>

namespace commands::setup {

// A language that could be offered.
struct LanguageOption {
    std::string code;
    std::string name; // in its own script; empty: its file has mistakes
    bool is_draft = false;
};

struct Question {
    std::string key; // of site.yaml
    std::string prompt;
    std::string current; // what holds now, as somebody would type it
};

// In the order they are asked.
std::vector<Question> questions(const content::Site& site, const std::vector<LanguageOption>& languages);

// What the answer makes of the file. Whether it is a good one is for the reader of the file to say.
content::YamlKeyEdit edit_for_answer(const std::string& key, const std::string& answer,
                                     const content::Site& site);

} // namespace commands::setup
