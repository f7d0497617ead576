// Does what an error message advises, as a person would who takes it by the letter.
#pragma once

#include "content/problem.hpp"

#include <string>

namespace test {

// Changes the text of a file as the suggestion of a problem says. `fill` is what the person writes
// where the advice leaves it open. Returns false if the suggestion is not understood.
bool follow_advice(const content::Problem& problem, const std::string& fill, std::string& text);

} // namespace test
