// The translation file of one language, which `translate` reads, changes and writes.
#pragma once

#include "content/load.hpp"
#include "content/parser/translation_pair.hpp"
#include "content/translation_check.hpp"
#include "content/translation_update.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace commands {

class LanguageFile {
public:
    // Reads the file, and brings its pairs up to date in memory. If there is no such file, makes
    // one for a language with this name. What makes the file unreadable is added to `problems`.
    LanguageFile(const std::filesystem::path& path, const std::string& language_code,
                 const std::string& name, const content::parser::EnglishTexts& english,
                 std::vector<content::Problem>& problems);

    bool exists() const { return original_.has_value(); }
    const std::string& path() const { return file_.name; }

    // What was brought up to date.
    const content::UpdateReport& report() const { return report_; }

    content::exchange::ExchangeTable table() const;

    // Changes the pairs to those of a table, as content::apply_exchange_table(), and returns the
    // number of changes.
    int apply(const content::exchange::ExchangeTable& table, content::parser::SourceText& source);

    // Returns the file as it is to be written, with what is wrong with it. Throws
    // std::runtime_error if the file cannot be changed without losing something.
    content::SourceFile text() const;
    content::TranslationCheck check() const;

    // Whether the file on the disk is another one.
    bool is_changed() const;

private:
    content::parser::EnglishTexts english_;
    std::optional<std::string> original_; // the text of the file on the disk
    content::TranslationFile file_;
    content::UpdateReport report_;
};

} // namespace commands
