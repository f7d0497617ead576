#include "content/exchange/csv_file.hpp"
#include "content/exchange/csv_format.hpp"
#include "content/parser/unseen_characters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace content::exchange {

namespace {

using parser::SourceRange;
using parser::SourceText;

constexpr std::string_view csv_advice =
    "give a file that was written by help-kiosk translate --csv";

struct Field {
    std::string text;
    SourceRange range; // in the file, with its quotes
};

using Row = std::vector<Field>;

// Returns the separator of a file: a comma, or what the spreadsheet of another country writes.
char find_separator(std::string_view text) {
    const std::string_view first_line = text.substr(0, text.find('\n'));
    constexpr std::string_view separators = ",;\t";
    return *std::ranges::max_element(separators, {}, [first_line](char separator) {
        return std::ranges::count(first_line, separator);
    });
}

// Splits a CSV file into rows of fields.
class RowReader {
public:
    explicit RowReader(SourceText& source)
        : source_(&source), text_(source.text()), separator_(find_separator(text_)) {}

    // Returns the next row, which is empty at the end of the file, or nullopt after reporting that
    // the file is not valid.
    std::optional<Row> next() {
        Row row;
        while (offset_ < text_.size()) {
            Field field;
            const bool is_valid = text_[offset_] == '"' ? read_quoted(field) : read_plain(field);
            if (!is_valid) return std::nullopt;
            row.push_back(std::move(field));
            if (offset_ >= text_.size() || text_[offset_++] == '\n') break;
        }
        return row;
    }

private:
    bool read_plain(Field& field) {
        const char ends[] = {separator_, '\n'};
        const std::size_t end =
            std::min(text_.find_first_of(std::string_view(ends, 2), offset_), text_.size());
        field.text = text_.substr(offset_, end - offset_);
        field.range = {offset_, std::max<std::size_t>(end - offset_, 1)};
        offset_ = end;
        return true;
    }

    bool read_quoted(Field& field) {
        const std::size_t start = offset_++;
        for (;; ++offset_) {
            if (offset_ >= text_.size()) {
                source_->error({start, 1}, "this text has no closing quotation mark",
                               "save the whole sheet again: a part of the file is missing");
                return false;
            }
            if (text_[offset_] == '"' && text_.substr(offset_ + 1, 1) != "\"") break;
            if (text_[offset_] == '"') ++offset_; // "" is a quotation mark within the text
            field.text += text_[offset_];
        }
        ++offset_;
        field.range = {start, offset_ - start};
        if (offset_ >= text_.size() || text_[offset_] == separator_ || text_[offset_] == '\n')
            return true;
        source_->error({offset_, 1}, "this comes after the closing quotation mark",
                       "write two quotation marks for one within the text");
        return false;
    }

    SourceText* source_;
    std::string_view text_;
    char separator_;
    std::size_t offset_ = 0;
};

// Reads the rows of a file by the names of its columns.
class CsvReader {
public:
    CsvReader(SourceText& source, std::string_view language_code)
        : source_(&source), rows_(source) {
        table_.language_code = language_code;
    }

    std::optional<ExchangeTable> read() {
        if (!check_encoding(*source_, "a CSV file")) return std::nullopt;
        const auto names = rows_.next();
        if (!names || !find_columns(*names)) return std::nullopt;
        for (;;) {
            const auto row = rows_.next();
            if (!row) return std::nullopt;
            if (row->empty()) break;
            if (!read_row(*row, names->size())) return std::nullopt;
        }
        if (!check_end() || !check_unique(table_, *source_)) return std::nullopt;
        return std::move(table_);
    }

private:
    bool find_columns(const Row& names) {
        const auto find = [&names](std::string_view name) {
            return static_cast<std::size_t>(std::ranges::find_if(names,
                                                                 [name](const Field& field) {
                                                                     return parser::collapse_blanks(
                                                                                field.text) == name;
                                                                 }) -
                                            names.begin());
        };
        const std::string& code = table_.language_code;
        english_ = find("en");
        target_ = find(code);
        old_english_ = find("old_en");
        old_target_ = find("old_" + code);
        for (const auto& [column, name] : {std::pair(english_, "en"), {target_, code.c_str()}}) {
            if (column < names.size()) continue;
            source_->error({0, 1}, fmt::format("the first row has no column \"{}\"", name),
                           fmt::format("{}, and keep its first row", csv_advice));
            return false;
        }
        return true;
    }

    static std::string value(const Row& row, std::size_t column) {
        return column < row.size() ? without_text_mark(parser::collapse_blanks(row[column].text))
                                   : std::string();
    }

    bool read_row(const Row& row, std::size_t column_count) {
        if (row.size() > column_count) {
            source_->error(row[column_count].range,
                           fmt::format("this row has {} columns, but the first one has {}",
                                       row.size(), column_count),
                           "put a text with a comma in quotes, or save the sheet as CSV again");
            return false;
        }
        const std::string english = value(row, english_);
        if (english.starts_with(end_row_start) && english.ends_with(end_row_end)) {
            end_row_ = row[english_];
            end_row_->text = english.substr(
                end_row_start.size(), english.size() - end_row_start.size() - end_row_end.size());
            return true;
        }
        const bool is_empty =
            std::ranges::all_of(row, [](const Field& field) { return field.text.empty(); });
        if (is_empty) return true;
        if (english.empty()) {
            source_->error(row.front().range, "this row has no English text",
                           "copy it from the file that you were given, or delete the row");
            return false;
        }
        add_text(row, english);
        return true;
    }

    void add_text(const Row& row, const std::string& english) {
        ExchangedText text;
        text.english = english;
        text.target = value(row, target_);
        text.english_range = row[english_].range;
        text.target_range = target_ < row.size() ? row[target_].range : text.english_range;
        OldPair old{value(row, old_english_), value(row, old_target_)};
        if (text.target.empty() && !old.english.empty() && !old.target.empty())
            text.old = std::move(old);
        table_.texts.push_back(std::move(text));
    }

    bool check_end() {
        if (end_row_)
            return check_count(end_row_->text, table_.texts.size(), end_row_->range, *source_);
        source_->error({source_->text().find_last_not_of(" \n"), 1},
                       "the file ends here, without its last row",
                       "save the whole sheet again: a part of the file is missing");
        return false;
    }

    SourceText* source_;
    RowReader rows_;
    ExchangeTable table_;
    std::size_t english_ = 0; // the columns
    std::size_t target_ = 0;
    std::size_t old_english_ = 0;
    std::size_t old_target_ = 0;
    std::optional<Field> end_row_; // its text is the number of texts
};

} // namespace

std::optional<ExchangeTable> read_csv(SourceText& source, std::string_view language_code) {
    return CsvReader(source, language_code).read();
}

} // namespace content::exchange
