#include "text/font_file.hpp"

#include <SDL_error.h>
#include <SDL_rwops.h>
#include <SDL_stdinc.h>

#include <stdexcept>

namespace text {

FontFile::FontFile(const std::string& path) : data_(SDL_LoadFile(path.c_str(), &size_)) {
    if (!data_) throw std::runtime_error("cannot read the font " + path + ": " + SDL_GetError());
}

void FontFile::DataDeleter::operator()(void* data) const {
    SDL_free(data);
}

} // namespace text
