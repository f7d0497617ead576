// The kiosk without its edges: feed it touches, keys and time, and it holds the State, the outline and the
// picture. The same object runs behind a window, in a drawing to a file, and in a test.
#pragma once

#include "content/content.hpp"
#include "session/tries.hpp"
#include "session/update.hpp"
#include "ui/corners.hpp"
#include "ui/facts.hpp"
#include "ui/finger.hpp"
#include "ui/frame.hpp"
#include "ui/outline.hpp"
#include "ui/pixel_shift.hpp"

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
          const Moment& moment, const session::State& state = {});
    ~Kiosk();
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    void touch(const Touch& touch, const Moment& moment);
    void key(Key key, const Moment& moment);
    void wheel(double mm, const Moment& moment); // of the interface; up is negative
    void pass(const Moment& moment);             // time alone
    void resize(const Panel& panel, const Moment& moment);
    void event(const session::Event& event, const Moment& moment); // as if the visitor had made it
    void wake(const Moment& moment); // somebody is there; nothing happens unless it is dark

    // What the staff page tells.
    const Facts& facts() const { return facts_; }
    void know(Facts facts, const Moment& moment);

    // The PIN to check. Null: there is none. The answer comes whenever it comes; one to a PIN that is not asked
    // about any more is of no account.
    const std::vector<char>* pin_to_check() const;
    void answer(const std::vector<char>& pin, bool right, const Moment& moment);

    // Another content, for a kiosk that nobody uses.
    bool at_rest() const;
    bool consume_visit_end(); // whether a visit has ended since this was last asked
    void replace(std::shared_ptr<const content::Content> content, const Moment& moment);

    // When to call pass() next, if nothing else happens. nullopt: never.
    std::optional<Instant> deadline() const;

    const content::Content& content() const { return *content_; }
    const session::State& state() const { return state_; }
    bool dark() const { return is_dark(last_); } // black: outside the hours, and nobody is there
    const Outline& outline() const { return outline_; }
    std::optional<Rect> place_of(const session::Event& event) const; // what of its target is on the screen
    double furthest_scroll() const { return scrollable_.most_mm; }   // millimetres; 0: nothing scrolls
    Rect scrolled_view() const { return scrollable_.view; }
    const Theme& theme() const { return theme_; }
    const Node* focused() const;                               // under the keyboard's ring; null: nothing
    std::uint64_t fingerprint() const { return fingerprint_; } // of the picture

    void paint(SDL_Renderer* renderer); // the whole picture; does not present
    void lose_textures() { pictures_.lose_textures(); }
    std::size_t picture_bytes() const { return pictures_.bytes(); }

private:
    void apply(const session::Event& event, const Moment& moment);
    void build(const Moment& moment, bool lifted = false);
    void settle(const Moment& moment); // builds until the picture stops changing
    void renew();                      // a fresh ImGui context, finger and focus
    void forget();                     // what a visit left: nothing has to remember to forget
    bool is_dark(const Moment& moment) const;
    bool goes_to_waking(const Moment& moment);      // whether a touch or key that comes now presses nothing
    std::optional<Instant> finger_deadline() const; // when one that rests where nobody visits is given up
    std::optional<Instant> focus_deadline() const;  // when the keyboard's ring is
    void lose_finger(const Moment& moment);         // it never lifted, and never will
    bool is_deaf() const;                           // nothing that a hand does counts
    bool opens_staff(const Touch& touch, const Moment& moment);
    void drag_page(const Moment& moment);
    void let_page_run(const Moment& moment);
    void reveal_focus(const Moment& moment);
    std::optional<Instant> hours_deadline() const; // when to look at the clock on the wall again

    std::shared_ptr<const content::Content> content_;
    text::Typesetter& typesetter_;
    Pictures pictures_;
    Codes codes_;
    std::unique_ptr<ImFontAtlas> atlas_; // never drawn, but ImGui will not start a frame without one
    ImGuiContext* context_ = nullptr;

    session::State state_;
    Panel panel_;
    Theme theme_;
    Finger finger_;
    double scroll_at_grip_ = 0;
    std::optional<Momentum> momentum_;
    Instant touched_; // last by anybody, or the start: no part of a visit, but of the screen's being on
    std::optional<Instant> woken_; // last from the dark
    PixelShift shift_;
    std::string focus_;
    Corners corners_;
    session::Tries tries_;
    Facts facts_;

    Moment last_;
    Outline outline_;
    Scrollable scrollable_;
    bool moving_ = false;
    bool has_visit_ended_ = false;
    std::uint64_t fingerprint_ = 0;
};

} // namespace ui
