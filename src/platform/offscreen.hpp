// A picture in memory, drawn by the same renderer as the window's: for files and tests.
#pragma once

#include "text/surface.hpp"
#include "ui/kiosk.hpp"

#include <SDL.h>

#include <filesystem>
#include <memory>

namespace platform {

class Offscreen {
public:
    Offscreen(int width, int height); // pixels; throws std::runtime_error
    ~Offscreen();

    void paint(ui::Kiosk& kiosk);

    const SDL_Surface& surface() const { return *surface_; } // XRGB8888
    ui::Colour at(int x, int y) const;
    void save(const std::filesystem::path& png) const; // throws std::runtime_error

private:
    struct Free {
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    };
    text::Surface surface_;
    std::unique_ptr<SDL_Renderer, Free> renderer_;
};

} // namespace platform
