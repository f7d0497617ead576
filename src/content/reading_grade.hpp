// Readability of English text as a US school grade. Grade 6 is for readers of about twelve years.
#pragma once

#include "content/content.hpp"

#include <span>
#include <string_view>

namespace content {

struct ReadingGrade {
    int word_count = 0; // number of words that were counted

    // Flesch-Kincaid grade level (Kincaid et al., 1975), at least 0. It is based on the lengths of
    // sentences and words.
    double flesch_kincaid = 0;

    // SMOG grade (McLaughlin, 1969). It is based on the number of words with three or more
    // syllables.
    double smog = 0;

    // The average of both. Flesch-Kincaid is too low for short sentences, and SMOG, which was made
    // for samples of thirty sentences of prose, is too high for short texts.
    double mean() const { return (flesch_kincaid + smog) / 2; }
};

// Returns the grade of several texts together. Each text is at least one sentence, with or without
// a period at its end. Names and numbers are not counted: anything with a digit, web addresses, and
// words with a capital letter inside a sentence.
ReadingGrade reading_grade(std::span<const std::string_view> texts);

// Returns the grade of the texts of a section that are for exactly this audience, without titles
// and headings.
ReadingGrade reading_grade(const Section& section, Audience audience);

// Returns the highest mean grade that texts for an audience should have.
double max_reading_grade(Audience audience);

// A text with fewer words is too short for a meaningful grade.
inline constexpr int min_graded_words = 30;

} // namespace content
