// The window on the panel, and the renderer that draws into it.
#pragma once

#include "display/display_power.hpp"
#include "display/rotation.hpp"
#include "display/wayland_presenter.hpp"
#include "display/wayland_reader.hpp"
#include "display/x11_displays.hpp"
#include "os/wakeup.hpp"
#include "text/surface.hpp"
#include "ui/theme.hpp"

#include <SDL.h>

#include <memory>
#include <optional>
#include <string>

namespace display {

enum class Renderer { automatic, software, gpu };

struct WindowOptions {
    // In pixels.
    struct Size {
        int width;
        int height;
    };
    // The size of the window. Full screen if unset.
    std::optional<Size> size;
    // A rotated picture is always drawn by the software renderer.
    Renderer renderer = Renderer::automatic;
    // The diagonal of the panel. If unset, it is the one in site.yaml, or else the one that the
    // display reports, or else 24.
    std::optional<double> inches;
};

// Throws std::runtime_error with a message of one line if there is no display.
void require_display();

class Window {
public:
    // Opens the display and the window, and configures it for a site without settings. Call
    // set_environment() of display/environment.hpp first. Throws
    // std::runtime_error with a message of one line if there is no display, or if it cannot be
    // drawn on.
    explicit Window(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Returns the panel in the size that the picture has now.
    ui::Panel panel() const;
    Rotation rotation() const { return panel_setup_.rotation; }
    bool is_full_screen() const { return !options_.size; }

    // Returns whether the window is configured for the panel settings of `site`.
    bool matches(const content::Site& site) const { return panel_setup(site) == panel_setup_; }
    // Applies the panel settings of `site`, and creates a new renderer. All textures of the old
    // renderer must be released first. Throws std::runtime_error if the renderer cannot be created.
    void configure(const content::Site& site);
    // Creates a renderer for the size that the window has now. All textures of the old renderer
    // must be released first. Throws std::runtime_error if the renderer cannot be created.
    void recreate_renderer();
    // Resizes the window to its X11 display if that has changed. See fit_to_x11_display().
    void handle_x11_event(const SDL_SysWMEvent& event) { fit_to_x11_display(window_.get(), event); }

    // Returns the renderer, which belongs to the window. It is valid until the next configure() or
    // recreate_renderer().
    SDL_Renderer* renderer() { return renderer_.get(); }
    // Sets the size, in pixels, of a window that is not full screen.
    void resize(int width, int height);
    // Returns a copy in XRGB8888 of the frame that was drawn last, whether or not it was presented.
    // Returns null if there is too little memory.
    text::SurfacePtr screenshot() const;
    // Presents the frame. Returns false if the display did not take it; then try again soon. Throws
    // std::runtime_error if the display cannot be written to at all.
    bool present();
    // Overwrites all older frames in memory that is shared with the display with the frame that was
    // presented last. See WaylandPresenter::overwrite_old_buffers().
    void overwrite_old_frames();
    // Waits until the display has handled all requests. If the display hangs, this hangs too, so
    // that the watchdog notices it.
    void sync_with_display();

    // Sets whether the display may be off while nobody touches it. If the display cannot be
    // switched by DisplayPower, this allows or prevents its screen saver instead.
    void allow_display_off(bool is_allowed);
    // Returns whether a touch has switched the display on since the last call.
    bool consume_wake_touch() { return display_power_ && display_power_->consume_touch(); }

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

    std::optional<os::EventQueueAccess> event_queue_access_; // unset before SDL is started
    WindowOptions options_;
    PanelSetup panel_setup_;
    // Full screen is entered after the first frame.
    bool should_enter_full_screen_ = false;
    // Null if the display cannot be switched, or if the window is not full screen.
    std::unique_ptr<DisplayPower> display_power_;
    std::unique_ptr<SDL_Window, SdlDeleter> window_;
    // Null if the display is not a Wayland display, or if a GPU draws.
    std::unique_ptr<WaylandPresenter> wayland_presenter_;
    // Null if the display is not a Wayland display.
    std::unique_ptr<WaylandReader> wayland_reader_;
    // The picture, if it is copied to the display. Null if it is drawn there directly.
    text::SurfacePtr canvas_;
    std::unique_ptr<SDL_Renderer, SdlDeleter> renderer_;
};

} // namespace display
