// The kiosk without its edges: feed it touches, keys and time, and it holds the State, the outline and the
// picture. The same object runs behind a window, in a drawing to a file, and in a test.
#pragma once

#include "base/time.hpp"
#include "content/content.hpp"
#include "session/pin_attempts.hpp"
#include "session/update.hpp"
#include "ui/corner_gesture.hpp"
#include "ui/device_status.hpp"
#include "ui/touch_tracker.hpp"
#include "ui/frame.hpp"
#include "ui/outline.hpp"
#include "render/pixel_shift.hpp"

#include <cstdint>
#include <memory>

struct ImGuiContext;
struct ImFontAtlas;

namespace ui {

enum class Key { next, previous, left, right, up, down, activate, back, home };

class Kiosk {
public:
    // `typesetter` must outlive this. Starts at rest, or in `state`, with the first frame built.
    Kiosk(std::shared_ptr<const content::Content> content, const Panel& panel, text::Typesetter& typesetter,
          const base::ClockReading& now, const session::State& state = {});
    ~Kiosk();
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    void handle_touch(const Touch& touch, const base::ClockReading& now);
    void handle_key(Key key, const base::ClockReading& now);
    void handle_wheel(double mm, const base::ClockReading& now); // of the interface; up is negative
    void advance(const base::ClockReading& now);                 // time alone
    void resize(const Panel& panel, const base::ClockReading& now);
    void dispatch(const session::Event& event, const base::ClockReading& now); // as if the visitor had made it
    void wake(const base::ClockReading& now); // somebody is there; nothing happens unless it is dark

    // What the staff page tells.
    const DeviceStatus& device_status() const { return device_status_; }
    void set_device_status(DeviceStatus device_status, const base::ClockReading& now);

    // The PIN to check. Null: there is none. The answer comes whenever it comes; one to a PIN that is not asked
    // about any more is of no account.
    const std::vector<char>* pin_to_check() const;
    void answer(const std::vector<char>& pin, bool is_correct, const base::ClockReading& now);

    // Another content, for a kiosk that nobody uses.
    bool is_idle() const;
    bool consume_visit_end(); // whether a visit has ended since this was last asked
    void set_content(std::shared_ptr<const content::Content> content, const base::ClockReading& now);

    // When to call pass() next, if nothing else happens. nullopt: never.
    std::optional<base::Instant> next_deadline() const;

    const content::Content& content() const { return *content_; }
    const session::State& state() const { return state_; }
    bool is_off_hours() const {
        return is_off_hours_at(built_at_);
    } // black: outside the hours, and nobody is there
    const Outline& outline() const { return outline_; }
    std::optional<render::Rect> visible_rect(const session::Event& event) const; // what of its target is on the screen
    double max_scroll_mm() const { return scroll_region_.max_mm; }       // millimetres; 0: nothing scrolls
    render::Rect scroll_area() const { return scroll_region_.view; }
    const Theme& theme() const { return theme_; }
    const OutlineNode* focused_node() const;                 // under the keyboard's ring; null: nothing
    std::uint64_t frame_hash() const { return frame_hash_; } // of the picture

    void draw(SDL_Renderer* renderer); // the whole picture; does not present
    void release_textures() { textures_.release_textures(); }
    std::size_t texture_bytes() const { return textures_.size_bytes(); }

private:
    void apply(const session::Event& event, const base::ClockReading& now);
    void build_frame(const base::ClockReading& now, bool is_lifted = false);
    void build_until_stable(const base::ClockReading& now); // builds until the picture stops changing
    void reset_input();                               // a fresh ImGui context, finger and focus
    void forget_visit();                              // what a visit left: nothing has to remember to forget
    bool is_off_hours_at(const base::ClockReading& now) const;
    bool consume_wake_touch(const base::ClockReading& now); // whether a touch or key that comes now presses nothing
    std::optional<base::Instant> touch_deadline() const;    // when one that rests where nobody visits is given up
    std::optional<base::Instant> focus_deadline() const;    // when the keyboard's ring is
    void cancel_touch(const base::ClockReading& now);       // it never lifted, and never will
    bool is_input_locked() const;                     // nothing that a hand does counts
    bool handle_corner_gesture(const Touch& touch, const base::ClockReading& now);
    void scroll_by_drag(const base::ClockReading& now);
    void start_momentum(const base::ClockReading& now);
    void scroll_to_focus(const base::ClockReading& now);
    std::optional<base::Instant> hours_deadline() const; // when to look at the clock on the wall again

    std::shared_ptr<const content::Content> content_;
    text::Typesetter& typesetter_;
    render::TextureCache textures_;
    qr::CodeCache qr_codes_;
    std::unique_ptr<ImFontAtlas> atlas_; // never drawn, but ImGui will not start a frame without one
    ImGuiContext* context_ = nullptr;

    session::State state_;
    Panel panel_;
    Theme theme_;
    TouchTracker touch_tracker_;
    double touch_scroll_mm_ = 0;
    std::optional<MomentumScroll> momentum_;
    base::Instant last_touch_at_; // last by anybody, or the start: no part of a visit, but of the screen's being on
    std::optional<base::Instant> woken_at_; // last from the dark
    render::PixelShift pixel_shift_;
    std::string focused_id_;
    CornerGesture corner_gesture_;
    session::PinAttempts pin_attempts_;
    DeviceStatus device_status_;

    base::ClockReading built_at_;
    Outline outline_;
    ScrollRegion scroll_region_;
    bool is_animating_ = false;
    bool has_visit_ended_ = false;
    std::uint64_t frame_hash_ = 0;
};

} // namespace ui
