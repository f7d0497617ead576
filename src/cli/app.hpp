// The command line, for headers that only name it: CLI11's own takes seconds to compile.
#pragma once

namespace CLI {
class App;
class Option;
} // namespace CLI
