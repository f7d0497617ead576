// Standard input, output and error of a program that prints results: a result that was not written
// completely, because the disk is full or the output is closed, is a failure.
#pragma once

#include <functional>

namespace cli {

// Runs the main function of a program, and returns its exit code. Prints an exception as one line
// on stderr. If not all of the output could be written, says so and returns at least 1.
int run_main(const std::function<int()>& main_function);

} // namespace cli
