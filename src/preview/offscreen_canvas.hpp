// A picture in memory, drawn by the same renderer as the window's: for files and tests.
#pragma once

#include "render/color.hpp"
#include "text/surface.hpp"
#include "ui/kiosk.hpp"

#include <SDL.h>

#include <filesystem>
#include <memory>

namespace preview {

class OffscreenCanvas {
public:
    OffscreenCanvas(int width, int height); // pixels; throws std::runtime_error
    ~OffscreenCanvas();

    void draw(ui::Kiosk& kiosk);

    const SDL_Surface& surface() const { return *surface_; } // XRGB8888
    render::Color pixel(int x, int y) const;
    void save_png(const std::filesystem::path& path) const; // throws std::runtime_error

private:
    struct RendererDeleter {
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    };
    text::SurfacePtr surface_;
    std::unique_ptr<SDL_Renderer, RendererDeleter> renderer_;
};

} // namespace preview
