#include "cli/standard_streams.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <iostream>
#include <string>
#include <unistd.h>

namespace cli {

namespace {

// Opens the standard streams that the caller has closed. Otherwise the next file that the program
// opens would take the place of one, and output would be written into that file. They are opened in
// the wrong direction, so that using them still fails.
void open_closed_streams() {
    for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
        if (fcntl(stream, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest free number, which is `stream`, is taken.
        (void)open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

// Writes what is still in memory. Returns why output is missing, or an empty string if all of it
// was written.
std::string find_output_problem() {
    errno = 0;
    std::cout.flush();
    const bool is_flushed = std::fflush(stdout) == 0;
    const int reason = errno;
    if (is_flushed && std::ferror(stdout) == 0) return {};
    if ((fcntl(STDOUT_FILENO, F_GETFL) & O_ACCMODE) == O_RDONLY) return "standard output is closed";
    // The reason of a failure before this one is not known any more.
    return reason != 0 ? std::strerror(reason) : "the disk may be full";
}

} // namespace

int run_main(const std::function<int()>& main_function) {
    open_closed_streams();
    int exit_code = 1;
    std::string error_message;
    try {
        exit_code = main_function();
    } catch (const std::exception& error) {
        error_message = error.what();
    }
    // The exception of a print function that could not write is reported in the same words.
    const std::string output_problem = find_output_problem();
    if (!output_problem.empty()) error_message = "cannot write the output: " + output_problem;
    if (!error_message.empty()) std::fprintf(stderr, "help-kiosk: %s\n", error_message.c_str());
    const bool has_failed = !error_message.empty() || std::ferror(stderr) != 0;
    return has_failed ? std::max(exit_code, 1) : exit_code;
}

} // namespace cli
