// The window on the panel, and the renderer that draws into it.
#pragma once

#include "display/display_power.hpp"
#include "display/wayland_presenter.hpp"
#include "display/rotation.hpp"
#include "text/surface.hpp"
#include "ui/theme.hpp"

#include <SDL.h>

#include <memory>
#include <optional>
#include <string>

namespace display {

enum class Renderer { automatic, software, gpu };

struct WindowOptions {
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
    explicit Window(const WindowOptions& options); // hangs as a site that says nothing about it
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    ui::Panel panel() const; // as large as the picture is now
    Rotation rotation() const { return panel_setup_.rotation; }
    bool is_full_screen() const { return !options_.size; }

    // Hanging another way, or having another size, takes a new renderer: textures of the old one must be gone.
    bool matches(const content::Site& site) const { return panel_setup(site) == panel_setup_; }
    void configure(const content::Site& site);
    void recreate_renderer(); // to the size that the window has now
    void handle_x11_event(
        const SDL_SysWMEvent& event); // that the display has another size, where nobody else follows it

    SDL_Renderer* renderer() { return renderer_.get(); }
    void resize(int width, int height); // of a window that is not full screen, pixels
    text::SurfacePtr
    screenshot() const;          // a copy of it in XRGB8888, drawn but maybe not presented; null: no memory
    bool present();              // false: it did not get to the display; try again soon
    void overwrite_old_frames(); // which the display no longer shows, with the one presented last
    void sync_with_display();    // until it has answered: where it hangs, so does this

    // Whether the display may go off, for as long as nobody touches it.
    void allow_display_off(bool is_allowed);
    bool consume_wake_touch() {
        return display_power_ && display_power_->consume_touch();
    } // by a touch, since last asked

private:
    struct PanelSetup {
        std::optional<double> inches;
        std::optional<content::Mounting> mounting;
        Rotation rotation = Rotation::none;
        bool operator==(const PanelSetup&) const = default;
    };
    struct SdlDeleter {
        void operator()(SDL_Window* window) const { SDL_DestroyWindow(window); }
        void operator()(SDL_Renderer* renderer) const { SDL_DestroyRenderer(renderer); }
    };

    PanelSetup panel_setup(const content::Site& site) const;
    bool present_canvas();

    WindowOptions options_;
    PanelSetup panel_setup_;
    bool should_enter_full_screen_ = false;       // once something is on the display
    std::unique_ptr<DisplayPower> display_power_; // null: the display cannot be switched, or is not all ours
    std::unique_ptr<SDL_Window, SdlDeleter> window_;
    std::unique_ptr<WaylandPresenter>
        wayland_presenter_;   // null: the display is not Wayland's, or draws with a GPU
    text::SurfacePtr canvas_; // the picture, where it is copied to the display; null: it is not
    std::unique_ptr<SDL_Renderer, SdlDeleter> renderer_;
};

} // namespace display
