// An image in memory that a kiosk is drawn on, for image files and tests. It uses the same renderer
// as the window.
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
    // The size is in pixels. Throws std::runtime_error if SDL cannot create the image.
    OffscreenCanvas(int width, int height);
    ~OffscreenCanvas();

    void draw(ui::Kiosk& kiosk);

    const SDL_Surface& surface() const { return *surface_; } // XRGB8888

    // `x` and `y` must be inside of the image.
    render::Color pixel(int x, int y) const;

    // Throws std::runtime_error, which names the file, if it cannot be written.
    void save_png(const std::filesystem::path& path) const;

private:
    struct RendererDeleter {
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    };
    text::SurfacePtr surface_;
    std::unique_ptr<SDL_Renderer, RendererDeleter> renderer_;
};

} // namespace preview
