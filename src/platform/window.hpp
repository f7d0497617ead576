// The window on the panel, and the renderer that draws into it.
#pragma once

#include "platform/display_power.hpp"
#include "platform/shared_picture.hpp"
#include "platform/turn.hpp"
#include "text/surface.hpp"
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
    std::optional<Size> size;                // unset: full screen
    Renderer renderer = Renderer::automatic; // a turned picture is always drawn by the software renderer
    std::optional<double>
        inches; // of the panel's diagonal; unset: what the site says, else the display, else 24
};

class Window {
public:
    // Throws std::runtime_error in one line when there is no display.
    explicit Window(const WindowWish& wish); // hangs as a site that says nothing about it
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    ui::Panel panel() const; // as large as the picture is now
    Turn turn() const { return hanging_.turn; }
    bool is_full_screen() const { return !wish_.size; }

    // Hanging another way, or having another size, takes a new renderer: textures of the old one must be gone.
    bool hangs_as(const content::Site& site) const { return hanging(site) == hanging_; }
    void hang(const content::Site& site);
    void fit();                             // to the size that the window has now
    void hear(const SDL_SysWMEvent& event); // that the display has another size, where nobody else follows it

    SDL_Renderer* renderer() { return renderer_.get(); }
    void resize(int width, int height); // of a window that is not full screen, pixels
    text::Surface picture() const;      // a copy of it in XRGB8888, drawn but maybe not presented; null: no memory
    bool present();                     // false: it did not get to the display; try again soon
    void overwrite_older_pictures();    // which the display no longer shows, with the one presented last
    void await_display();               // until it has answered: where it hangs, so does this

    // Whether the display may go off, for as long as nobody touches it.
    void let_display_sleep(bool may);
    bool was_woken() { return power_ && power_->was_touched(); } // by a touch, since last asked

private:
    struct Hanging {
        std::optional<double> inches;
        std::optional<content::Mounting> mounting;
        Turn turn = Turn::none;
        bool operator==(const Hanging&) const = default;
    };
    struct Close {
        void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    };

    Hanging hanging(const content::Site& site) const;
    bool present_canvas();

    WindowWish wish_;
    Hanging hanging_;
    bool full_screen_is_due_ = false;     // once something is on the display
    std::unique_ptr<DisplayPower> power_; // null: the display cannot be switched, or is not all ours
    std::unique_ptr<SDL_Window, Close> window_;
    std::unique_ptr<SharedPicture> shared_; // null: the display is not Wayland's, or draws with a GPU
    text::Surface canvas_;                  // the picture, where it is copied to the display; null: it is not
    std::unique_ptr<SDL_Renderer, Close> renderer_;
};

} // namespace platform
