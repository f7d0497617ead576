#include "ui/kiosk.hpp"

#include "render/draw_list_renderer.hpp"
#include "session/opening_hours.hpp"
#include "ui/focus_navigation.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/touch_grid.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int max_builds = 6; // until the picture does not change any more
constexpr base::Duration frame_interval{16};
constexpr base::Duration wake_grace_period{
    1000}; // after waking: a display that was off shows nothing yet

// How often the local time is read again, because daylight saving time begins and ends without a
// clock change event.
constexpr std::chrono::seconds max_clock_check_interval = std::chrono::minutes{15};

// Returns the distance in pixels that keeps the picture within half a millimeter of its position.
int max_shift_px(const Theme& theme) {
    constexpr double max_shift_mm = 0.5; // in each direction
    return std::max(1, static_cast<int>(max_shift_mm / theme.panel_mm(1)));
}

} // namespace

Kiosk::Kiosk(std::shared_ptr<const content::Content> content, const Panel& panel,
             text::Typesetter& typesetter, const base::ClockReading& now,
             const session::State& state)
    : content_(std::move(content)), typesetter_(typesetter), textures_(typesetter),
      atlas_(std::make_unique<ImFontAtlas>()), state_(state), panel_(panel),
      theme_(panel, state_.color_scheme, state_.text_size), touch_tracker_(theme_.px(metric::drag)),
      last_touch_at_(now.since_boot), pixel_shift_(now.since_boot) {
    atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    static constexpr ImWchar space_only[] = {' ', ' ', 0}; // no text is ever drawn with it
    ImFontConfig config;
    config.GlyphRanges = space_only;
    config.SizePixels = 13;
    atlas_->AddFontDefault(&config);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas_->GetTexDataAsAlpha8(&pixels, &width, &height);
    reset_input();
    build_until_stable(now);
}

Kiosk::~Kiosk() {
    ImGui::DestroyContext(context_);
}

void Kiosk::reset_input() {
    if (context_ != nullptr) ImGui::DestroyContext(context_);
    context_ = ImGui::CreateContext(atlas_.get());
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    touch_tracker_ = TouchTracker(theme_.px(metric::drag));
    momentum_.reset();
    focused_id_.clear();
}

void Kiosk::forget_visit() {
    reset_input();
    textures_.clear();
    qr_codes_.clear();
    typesetter_.clear_cache();
}

std::vector<session::Effect> Kiosk::take_effects() {
    return std::exchange(effects_, {});
}

void Kiosk::apply(const session::Event& event, const base::ClockReading& now) {
    session::UpdateResult result = session::update(*content_, state_, event, now.since_boot);
    state_ = std::move(result.state);
    theme_ = Theme(panel_, state_.color_scheme, state_.text_size);
    for (session::Effect& effect : result.effects) {
        if (std::holds_alternative<session::VerifyPin>(effect))
            pin_attempts_.record(now.since_boot);
        if (std::holds_alternative<session::ForgetVisit>(effect)) forget_visit();
        effects_.push_back(std::move(effect));
    }
}

void Kiosk::build_frame(const base::ClockReading& now, bool is_lifted) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(panel_.width_px), static_cast<float>(panel_.height_px)};
    io.DeltaTime = 1.0f / 60;
    const bool has_pointer = touch_tracker_.is_down() || is_lifted;
    io.MousePos = has_pointer ? ImVec2{static_cast<float>(touch_tracker_.x()),
                                       static_cast<float>(touch_tracker_.y())}
                              : ImVec2{-FLT_MAX, -FLT_MAX};
    io.MouseDown[0] = touch_tracker_.is_down();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("kiosk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoNav);
    Frame frame(*content_, state_, theme_, now,
                {touch_tracker_.is_down(), touch_tracker_.was_dragging(), is_lifted}, typesetter_,
                textures_, qr_codes_, device_status_);
    frame.focused_id = focused_id_;
    frame.is_off_hours = is_off_hours_at(now);
    draw_screen(frame);
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::Render();
    pixel_shift_.apply(*ImGui::GetDrawData(), max_shift_px(theme_));
    outline_ = std::move(frame.outline);
    scroll_region_ = frame.scroll_region;
    is_animating_ = frame.is_animating;
    built_at_ = now;
    if (frame.event) apply(*frame.event, now);
}

void Kiosk::build_until_stable(const base::ClockReading& now) {
    std::uint64_t previous_hash = 0;
    for (int i = 0; i < max_builds; ++i) {
        build_frame(now);
        ImGui::SetCurrentContext(context_);
        const ImDrawData* data = ImGui::GetDrawData(); // null: this build ended the visit
        frame_hash_ = data == nullptr ? 0 : render::hash_draw_data(*data);
        if (data != nullptr && frame_hash_ == previous_hash) break;
        previous_hash = frame_hash_;
    }
    textures_.end_frame();
}

void Kiosk::handle_touch(const Touch& touch, const base::ClockReading& now) {
    advance(now); // a touch after the deadline acts on the new screen
    if (is_input_locked()) return;
    if (touch.phase == TouchPhase::down && consume_wake_touch(now)) return;
    if (handle_corner_gesture(touch, now)) return;
    if (touch.phase != TouchPhase::down && !touch_tracker_.is_down()) return;
    if (touch.phase == TouchPhase::down) cancel_touch(now);
    touch_tracker_.handle(touch, now.since_boot);
    if (touch.phase == TouchPhase::down) {
        focused_id_.clear();
        apply(session::Touched{}, now);
        if (momentum_) touch_tracker_.cancel_tap();
        momentum_.reset();
        touch_scroll_mm_ = std::min(session::top_scroll_mm(state_), scroll_region_.max_mm);
    }
    if (session::is_on_staff_screen(state_, session::StaffScreen::touch))
        apply(touch_test_sample(touch, theme_), now);
    scroll_by_drag(now);
    build_frame(now, touch.phase == TouchPhase::up);
    if (touch.phase == TouchPhase::up) start_momentum(now);
    build_until_stable(now);
}

// An object that leans on the screen is not a visit. On home it must not delay new content. During
// a visit, only the start of the touch counts, so that the object's small movements do not keep the
// visit open after the visitor has left.
std::optional<base::Instant> Kiosk::touch_deadline() const {
    if (!touch_tracker_.is_down()) return std::nullopt;
    return (session::is_visit_active(state_) ? touch_tracker_.down_at()
                                             : touch_tracker_.last_event_at()) +
           content_->site.idle.ask_after;
}

// The keys that move the focus on home do not start a visit, so the end of a visit does not remove
// the focus ring.
std::optional<base::Instant> Kiosk::focus_deadline() const {
    if (focused_id_.empty() || session::is_visit_active(state_)) return std::nullopt;
    return last_touch_at_ + content_->site.idle.ask_after;
}

bool Kiosk::is_input_locked() const {
    return session::is_on_staff_screen(state_, session::StaffScreen::cleaning);
}

// The visit is ended first, because the touches on the first three corners may have changed the
// State.
bool Kiosk::handle_corner_gesture(const Touch& touch, const base::ClockReading& now) {
    if (touch.phase != TouchPhase::down || state_.staff || content_->site.staff_pin.empty())
        return false;
    if (!corner_gesture_.handle_touch_down(touch.x, touch.y, theme_, now.since_boot)) return false;
    apply(session::EndVisit{}, now);
    forget_visit();
    apply(session::OpenPinPad{pin_attempts_.locked_until(now.since_boot)}, now);
    build_until_stable(now);
    return true;
}

void Kiosk::set_device_status(DeviceStatus device_status, const base::ClockReading& now) {
    device_status_ = std::move(device_status);
    build_until_stable(now);
}

void Kiosk::finish_pin_check(session::PinChecked result, const base::ClockReading& now) {
    const auto& staff = state_.staff;
    if (!staff || !staff->is_verifying || staff->entered_pin != result.pin) return;
    if (result.is_correct) pin_attempts_.reset();
    result.locked_until = pin_attempts_.locked_until(now.since_boot);
    apply(result, now);
}

// A canceled touch presses nothing. But if it was on Hide, the cover stays, so that the next
// visitor does not see the page.
void Kiosk::cancel_touch(const base::ClockReading& now) {
    if (!touch_tracker_.is_down()) return;
    touch_tracker_ = TouchTracker(theme_.px(metric::drag));
    if (state_.is_hide_pressed) apply(session::Hide{}, now);
    build_frame(now);
}

void Kiosk::scroll_by_drag(const base::ClockReading& now) {
    if (!touch_tracker_.is_dragging() || state_.is_hide_pressed ||
        !scroll_region_.view.contains(touch_tracker_.start_x(), touch_tracker_.start_y()))
        return;
    const double scroll_mm = touch_scroll_mm_ - theme_.mm(touch_tracker_.dragged_y());
    apply(session::ScrollTo{std::clamp(scroll_mm, 0.0, scroll_region_.max_mm)}, now);
}

void Kiosk::start_momentum(const base::ClockReading& now) {
    if (!touch_tracker_.was_dragging() ||
        !scroll_region_.view.contains(touch_tracker_.start_x(), touch_tracker_.start_y()))
        return;
    const MomentumScroll momentum(session::top_scroll_mm(state_),
                                  -theme_.mm(touch_tracker_.speed_y(now.since_boot)),
                                  now.since_boot);
    if (content_->site.motion && !momentum.is_finished(now.since_boot)) momentum_ = momentum;
}

void Kiosk::advance(const base::ClockReading& now) {
    apply(session::Tick{}, now);
    if (const auto due = touch_deadline(); due && *due <= now.since_boot) cancel_touch(now);
    if (momentum_) {
        const double scroll_mm = momentum_->position_mm(now.since_boot),
                     clamped_mm = std::clamp(scroll_mm, 0.0, scroll_region_.max_mm);
        const bool is_over = momentum_->is_finished(now.since_boot) || scroll_mm != clamped_mm;
        apply(session::ScrollTo{clamped_mm}, now);
        if (is_over) momentum_.reset();
    }
    if (const auto due = focus_deadline(); due && *due <= now.since_boot) focused_id_.clear();
    if (is_idle() && !is_off_hours_at(now)) pixel_shift_.advance(now.since_boot);
    build_until_stable(now);
}

bool Kiosk::is_off_hours_at(const base::ClockReading& now) const {
    return !session::is_visit_active(state_) &&
           now.since_boot - last_touch_at_ >= content_->site.idle.ask_after &&
           !session::is_open(content_->site, now.local_time);
}

void Kiosk::wake(const base::ClockReading& now) {
    if (!is_off_hours_at(now)) return;
    last_touch_at_ = now.since_boot;
    woken_at_ = now.since_boot;
    dispatch(session::Wake{}, now);
}

// A touch on a black screen only turns it on, because the person could not see what was there.
bool Kiosk::consume_wake_touch(const base::ClockReading& now) {
    wake(now);
    last_touch_at_ = now.since_boot;
    return woken_at_ && now.since_boot - *woken_at_ < wake_grace_period;
}

void Kiosk::handle_wheel(double mm, const base::ClockReading& now) {
    advance(now);
    if (is_input_locked() || consume_wake_touch(now)) return;
    if (scroll_region_.max_mm <= 0 || state_.warned_at) return;
    momentum_.reset();
    const double current_mm = std::min(session::top_scroll_mm(state_), scroll_region_.max_mm);
    apply(session::ScrollTo{std::clamp(current_mm + mm, 0.0, scroll_region_.max_mm)}, now);
    build_until_stable(now);
}

void Kiosk::handle_key(Key key, const base::ClockReading& now) {
    advance(now);
    if (is_input_locked() || consume_wake_touch(now)) return;
    if (state_.is_covered || state_.warned_at) { // any key continues, as any touch does
        apply(state_.is_covered ? session::Event(session::Wake{}) : session::ContinueVisit{}, now);
        return build_until_stable(now);
    }
    apply(session::Touched{}, now);
    const OutlineNode* node = focused_node();
    switch (key) {
    case Key::activate:
        if (node != nullptr) apply(session::Event(*node->event), now);
        break;
    case Key::back:
        apply(session::GoBack{}, now);
        break;
    case Key::home:
        apply(session::GoHome{}, now);
        break;
    default:
        focused_id_ = next_focus(outline_, focused_id_, key);
        break;
    }
    build_until_stable(now);
    scroll_to_focus(now);
}

std::optional<render::Rect> Kiosk::visible_rect(const session::Event& event) const {
    for (const OutlineNode& node : outline_)
        if (node.event == event) return node.visible_rect();
    return std::nullopt;
}

const OutlineNode* Kiosk::focused_node() const {
    const auto focused =
        std::find_if(outline_.begin(), outline_.end(), [this](const OutlineNode& node) {
            return node.event && node.id == focused_id_;
        });
    return focused == outline_.end() ? nullptr : &*focused;
}

void Kiosk::scroll_to_focus(const base::ClockReading& now) {
    const OutlineNode* node = focused_node();
    if (node == nullptr || !node->is_scrollable) return;
    const double above = node->clip.y - node->rect.y,
                 below = node->rect.bottom() - node->clip.bottom();
    if (above <= 0 && below <= 0) return;
    const double margin = theme_.px(metric::gap);
    const double delta_px =
        above > 0 ? -(above + margin) : std::min(below + margin, node->rect.y - node->clip.y);
    const double scroll_mm =
        std::min(session::top_scroll_mm(state_), scroll_region_.max_mm) + theme_.mm(delta_px);
    apply(session::ScrollTo{std::clamp(scroll_mm, 0.0, scroll_region_.max_mm)}, now);
    build_until_stable(now);
}

void Kiosk::resize(const Panel& panel, const base::ClockReading& now) {
    cancel_touch(now);
    panel_ = panel;
    theme_ = Theme(panel_, state_.color_scheme, state_.text_size);
    touch_tracker_ = TouchTracker(theme_.px(metric::drag));
    build_until_stable(now);
}

bool Kiosk::is_idle() const {
    return !session::is_visit_active(state_) && !touch_tracker_.is_down();
}

void Kiosk::set_content(std::shared_ptr<const content::Content> content,
                        const base::ClockReading& now) {
    const bool was_covered = state_.is_covered;
    content_ = std::move(content);
    state_ = {};
    state_.is_covered = was_covered;
    theme_ = Theme(panel_, state_.color_scheme, state_.text_size);
    forget_visit();
    build_until_stable(now);
}

void Kiosk::dispatch(const session::Event& event, const base::ClockReading& now) {
    if (const auto* result = std::get_if<session::PinChecked>(&event)) {
        advance(now); // a result that comes after the end of the visit has no effect
        finish_pin_check(*result, now);
    } else {
        apply(event, now);
    }
    build_until_stable(now);
}

std::optional<base::Instant> Kiosk::next_deadline() const {
    std::optional<base::Instant> next = session::next_deadline(*content_, state_);
    const auto include = [&next](base::Instant candidate) {
        next = next ? std::min(*next, candidate) : candidate;
    };
    if (const auto due = touch_deadline()) include(*due);
    if (const auto due = focus_deadline()) include(*due);
    if (is_animating_ || momentum_) include(built_at_.since_boot + frame_interval);
    if (const auto due = hours_deadline()) include(*due);
    if (is_off_hours()) return next;
    if (is_idle()) include(pixel_shift_.next_step_at());
    // A countdown is redrawn each time its number changes: every second or every minute.
    const auto add_countdown = [&](base::Instant start, std::chrono::seconds period) {
        include(start + period * ((built_at_.since_boot - start) / period + 1));
    };
    if (state_.warned_at) add_countdown(*state_.warned_at, std::chrono::seconds{1});
    if (is_input_locked()) add_countdown(state_.staff->opened_at, std::chrono::seconds{1});
    if (state_.staff && state_.staff->locked_until)
        add_countdown(*state_.staff->locked_until - session::PinAttempts::lockout_duration,
                      std::chrono::minutes{1});
    if (state_.is_covered || state_.is_hide_pressed)
        include(built_at_.since_boot +
                (std::chrono::minutes{1} -
                 built_at_.local_time.time_since_epoch() % std::chrono::minutes{1}));
    return next;
}

std::optional<base::Instant> Kiosk::hours_deadline() const {
    const content::Site& site = content_->site;
    if (site.hours.empty() && site.holidays.empty()) return std::nullopt;
    const base::LocalTime local_time = built_at_.local_time;
    const auto change =
        session::time_until_change(site, local_time).value_or(max_clock_check_interval);
    base::Instant next = built_at_.since_boot + std::min(change, max_clock_check_interval);
    const bool is_on_after_touch =
        !session::is_visit_active(state_) && !is_off_hours() && !session::is_open(site, local_time);
    if (is_on_after_touch) next = std::min(next, last_touch_at_ + site.idle.ask_after);
    return next;
}

void Kiosk::draw(SDL_Renderer* renderer) {
    ImGui::SetCurrentContext(context_);
    if (const ImDrawData* data = ImGui::GetDrawData()) render::draw(renderer, *data, textures_);
}

} // namespace ui
