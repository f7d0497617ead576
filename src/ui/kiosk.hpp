// The user interface without a window. It takes touches, keys and time, and holds the state, the
// outline and the picture. The same object runs behind a window, when a screen is drawn to a file,
// and in tests.
#pragma once

#include "base/time.hpp"
#include "content/content.hpp"
#include "qr/code_cache.hpp"
#include "render/pixel_shift.hpp"
#include "render/texture_cache.hpp"
#include "session/effect.hpp"
#include "session/pin_attempts.hpp"
#include "session/update.hpp"
#include "ui/audio_status.hpp"
#include "ui/corner_gesture.hpp"
#include "ui/device_status.hpp"
#include "ui/frame.hpp"
#include "ui/outline.hpp"
#include "ui/row_cache.hpp"
#include "ui/touch_tracker.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;
struct ImFontAtlas;

namespace ui {

enum class Key {
    next,
    previous,
    left,
    right,
    up,
    down,
    activate,
    back,
    home,
    louder,
    softer,
    help
};

class Kiosk {
public:
    // `typesetter` must outlive the kiosk. It starts idle, or in `state`, with the first frame
    // built.
    Kiosk(std::shared_ptr<const content::Content> content, const Panel& panel,
          text::Typesetter& typesetter, const base::ClockReading& now,
          const session::State& state = {});
    ~Kiosk();
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    // Input. Each call first lets time pass until `now`, so that input after a deadline acts on the
    // screen that is shown then.
    void handle_touch(const Touch& touch, const base::ClockReading& now);
    void handle_key(Key key, const base::ClockReading& now);

    // `mm` is in millimeters of the interface; negative values scroll up.
    void handle_wheel(double mm, const base::ClockReading& now);

    // Lets time pass.
    void advance(const base::ClockReading& now);

    void resize(const Panel& panel, const base::ClockReading& now);

    // Applies an event as if the visitor had caused it, or the result of an effect.
    void dispatch(const session::Event& event, const base::ClockReading& now);

    // Turns the screen on outside the opening hours. Otherwise does nothing.
    void wake(const base::ClockReading& now);

    // Returns what the program has to do since the last call, in order, and clears it.
    std::vector<session::Effect> take_effects();

    // What the staff overview shows about this computer.
    const DeviceStatus& device_status() const { return device_status_; }
    void set_device_status(DeviceStatus device_status, const base::ClockReading& now);

    // Whether and in which languages the screens can be heard. If headphones are plugged in while
    // nobody uses the kiosk, it says how to.
    const AudioStatus& audio_status() const { return audio_status_; }
    void set_audio_status(AudioStatus audio_status, const base::ClockReading& now);

    // Whether what is on the screen now can be heard.
    bool can_listen() const;

    // Whether no visit is active and nothing touches the screen.
    bool is_idle() const;

    // Replaces the content. Only while is_idle().
    void set_content(std::shared_ptr<const content::Content> content,
                     const base::ClockReading& now);

    // When advance() has to be called next if nothing else happens. Returns nullopt if it never has
    // to.
    std::optional<base::Instant> next_deadline() const;

    // The wrong PINs so far. Continue with an earlier count at the start of the program.
    const session::PinAttempts& pin_attempts() const { return pin_attempts_; }
    void set_pin_attempts(const session::PinAttempts& attempts) { pin_attempts_ = attempts; }

    const content::Content& content() const { return *content_; }
    const session::State& state() const { return state_; }

    // Whether the screen is black, because it is outside the opening hours and no visit is active.
    bool is_off_hours() const { return is_off_hours_at(built_at_); }

    const Outline& outline() const { return outline_; }

    // The part of an event's target that is on the screen, in pixels. Returns nullopt if there is
    // no target.
    std::optional<render::Rect> visible_rect(const session::Event& event) const;

    // How far the topmost layer scrolls, in millimeters of the interface; 0: it does not scroll.
    double max_scroll_mm() const { return scroll_region_.max_mm; }
    render::Rect scroll_area() const { return scroll_region_.view; } // in pixels

    // The scroll positions of the pages of the topmost layer, in millimeters of the interface.
    // Empty if it does not scroll.
    const std::vector<double>& pages_mm() const { return scroll_region_.pages_mm; }

    const Theme& theme() const { return theme_; }

    // The node that has the keyboard's focus ring. Returns null if none has.
    const OutlineNode* focused_node() const;

    // Equal for equal pictures.
    std::uint64_t frame_hash() const { return frame_hash_; }

    // Draws the whole picture. Does not present it.
    void draw(SDL_Renderer* renderer);

    // The renderer has lost its textures, or is about to be destroyed.
    void release_textures() { textures_.release_textures(); }
    std::size_t texture_bytes() const { return textures_.size_bytes(); }

private:
    void apply(const session::Event& event, const base::ClockReading& now);
    // Applies the event of a button that was pressed. A page that it turns moves to its place.
    void press(const session::Event& event, const base::ClockReading& now);
    void apply_unchanged(const session::Event& event, const base::ClockReading& now);
    void open_pin_pad(const base::ClockReading& now);
    void finish_pin_check(session::PinChecked result, const base::ClockReading& now);
    void build_frame(const base::ClockReading& now, bool is_lifted = false);

    // Builds frames until the picture no longer changes.
    void build_until_stable(const base::ClockReading& now);

    // Starts with a new ImGui context, without touch and focus.
    void reset_input();

    // Clears everything outside the State that a visit can leave in memory.
    void forget_visit();

    bool is_off_hours_at(const base::ClockReading& now) const;

    // Turns the screen on. Returns whether this touch or key only did that and must be ignored
    // otherwise.
    bool consume_wake_touch(const base::ClockReading& now);

    // When a touch that does not lift is canceled.
    std::optional<base::Instant> touch_deadline() const;

    // When the focus ring is removed, though no visit is active.
    std::optional<base::Instant> focus_deadline() const;

    // When the local time has to be compared with the opening hours again.
    std::optional<base::Instant> hours_deadline() const;

    void cancel_touch(const base::ClockReading& now);
    bool is_input_locked() const;
    bool handle_corner_gesture(const Touch& touch, const base::ClockReading& now);
    void scroll_by_drag(const base::ClockReading& now);
    void start_momentum(const base::ClockReading& now);
    void scroll_to_node(const OutlineNode* node, const base::ClockReading& now);

    // Whether there are headphones and a voice for a language. Empty: the site's first language.
    bool has_voice(std::string_view language_code) const;
    void tell_of_lost_voice(const session::Event& cause, const std::string& spoken_language,
                            const base::ClockReading& now);
    // Returns the language that keys go back to from one that cannot be heard, or an empty text.
    std::string language_to_hear() const;
    bool can_go_back_to_voice(Key key) const;
    void go_back_to_voice(const base::ClockReading& now);
    void listen_from_top(const base::ClockReading& now);
    void toggle_listening(const base::ClockReading& now);
    void stop_speech(const base::ClockReading& now);
    void stop_listening_after_touch(const base::ClockReading& now);
    void finish_speech(const base::ClockReading& now);
    // What is read, or was read last. Returns null if nothing is.
    const OutlineNode* listening_node() const;
    int next_listening_node(Key key) const;
    void move_to_node(int node, const base::ClockReading& now);
    void activate_by_ear(const base::ClockReading& now);
    void change_volume(int volume, const base::ClockReading& now);
    void continue_by_ear(const base::ClockReading& now);
    void read_after_press(const base::ClockReading& now);
    void handle_key_by_ear(Key key, const base::ClockReading& now);

    void handle_pressed_key(Key key, const base::ClockReading& now);
    bool begins_scan(Key key) const;
    // When the focus moves by itself. Returns nullopt if it does not.
    std::optional<base::Instant> scan_deadline() const;
    void move_scan(const base::ClockReading& now);
    // Sets when the focus moves next: later if one of the effects from `effect_count` on is said.
    void schedule_scan(std::size_t effect_count, const base::ClockReading& now);

    std::shared_ptr<const content::Content> content_;
    text::Typesetter& typesetter_;
    render::TextureCache textures_;
    qr::CodeCache qr_codes_;
    RowCache rows_;
    std::unique_ptr<ImFontAtlas> atlas_; // not drawn, but ImGui starts no frame without one
    ImGuiContext* context_ = nullptr;

    session::State state_;
    std::vector<session::Effect> effects_; // not taken yet
    Panel panel_;
    Theme theme_;
    TouchTracker touch_tracker_;
    double touch_scroll_mm_ = 0; // the scroll position when the touch came down
    std::optional<MomentumScroll> momentum_;
    std::optional<PageTurn> page_turn_;

    // The last touch or key of anybody, or the start. It is not a part of a visit: it keeps the
    // screen on outside the opening hours.
    base::Instant last_touch_at_;
    std::optional<base::Instant> woken_at_; // when the screen was last turned on by a touch
    render::PixelShift pixel_shift_;
    std::string focused_id_;
    std::optional<base::Instant> scan_at_; // when the focus moves by itself; unset: it does not
    CornerGesture corner_gesture_;
    session::PinAttempts pin_attempts_;
    DeviceStatus device_status_;
    AudioStatus audio_status_;

    base::ClockReading built_at_;
    Outline outline_;
    ScrollRegion scroll_region_;
    bool is_animating_ = false;
    std::uint64_t frame_hash_ = 0;
};

} // namespace ui
