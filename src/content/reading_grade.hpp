// How hard English text is to read, as a school grade: 6 is about twelve years old.
#pragma once

#include "content/content.hpp"

#include <span>
#include <string_view>

namespace content {

struct ReadingGrade {
    int word_count = 0;        // that were counted
    double flesch_kincaid = 0; // from the length of sentences and words; never below 0
    double smog = 0;           // from words of three or more syllables

    // Between the two. Flesch-Kincaid is known to read low on short sentences, and SMOG, made for thirty
    // sentences of prose, to read high.
    double mean() const { return (flesch_kincaid + smog) / 2; }
};

// Each text is at least one sentence, whether it ends with a full stop or not. Names and numbers are not
// counted: anything with a digit, web addresses, and words with a capital inside a sentence.
ReadingGrade reading_grade(std::span<const std::string_view> texts);

// Of what a section says to one audience, without titles and headings.
ReadingGrade reading_grade(const Section& section, Audience audience);

// The hardest that a text may be, and how many words it takes before a grade means anything.
double max_reading_grade(Audience audience);
inline constexpr int min_graded_words = 30;

} // namespace content
