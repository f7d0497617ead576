// The window on the panel, and the renderer that draws into it.
#pragma once

#include "ui/theme.hpp"

#include <SDL.h>

#include <memory>
#include <optional>
#include <string>

namespace platform {

enum class Renderer { automatic, software, gpu };

struct WindowWish {
    struct Size {
        int width, height;
    };
    std::optional<Size> size; // unset: full screen
    Renderer renderer = Renderer::automatic;
    std::optional<double> inches; // of the panel; unset: what the display says, else 24
    std::optional<content::Mounting> mounting;
};

class Window {
public:
    // Throws std::runtime_error in one line when there is no display.
    explicit Window(const WindowWish& wish);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    ui::Panel panel() const; // as large as the window is now
    SDL_Renderer* renderer() { return renderer_.get(); }
    void resize(int width, int height); // of a window that is not full screen, pixels
    void present();

private:
    struct Close {
        void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    };

    WindowWish wish_;
    bool full_screen_is_due_ = false; // once something is on the display
    std::unique_ptr<SDL_Window, Close> window_;
    std::unique_ptr<SDL_Renderer, Close> renderer_;
};

} // namespace platform
