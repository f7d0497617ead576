// The command line, for headers that only name it: CLI11's own takes seconds to compile.
#pragma once

namespace CLI { // NOLINT(readability-identifier-naming): its own name
class App;
class Option;
} // namespace CLI
