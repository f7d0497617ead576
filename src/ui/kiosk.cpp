#include "ui/kiosk.hpp"

#include "session/opening_hours.hpp"
#include "ui/focus_navigation.hpp"
#include "render/draw_list_renderer.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/touch_grid.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int max_builds = 6; // for a picture to settle
constexpr base::Instant frame_interval{16};
constexpr base::Instant wake_grace_period{1000}; // after waking: a display that was off shows nothing yet

// The clock on the wall is looked at again this often: summer time comes and goes without it being set.
constexpr std::chrono::seconds max_clock_check_interval = std::chrono::minutes{15};

// So that the picture is never more than a millimetre from where it was.
int max_shift_px(const Theme& theme) {
    constexpr double max_shift_mm = 0.5; // to each side
    return std::max(1, static_cast<int>(max_shift_mm / theme.panel_mm(1)));
}

session::WallClock clock_on(const base::WallTime& wall) {
    using namespace std::chrono;
    const local_days day{year{wall.year} / wall.month / wall.day};
    return day + hours{wall.hour} + minutes{wall.minute} + seconds{wall.second};
}

} // namespace

Kiosk::Kiosk(std::shared_ptr<const content::Content> content, const Panel& panel, text::Typesetter& typesetter,
             const base::ClockReading& now, const session::State& state)
    : content_(std::move(content)), typesetter_(typesetter), textures_(typesetter),
      atlas_(std::make_unique<ImFontAtlas>()), state_(state), panel_(panel),
      theme_(panel, state_.color_scheme, state_.text_size), touch_tracker_(theme_.px(size::drag)),
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
    touch_tracker_ = TouchTracker(theme_.px(size::drag));
    momentum_.reset();
    focused_id_.clear();
}

void Kiosk::forget_visit() {
    reset_input();
    textures_.clear();
    qr_codes_.clear();
    typesetter_.clear_cache();
    has_visit_ended_ = true;
}

bool Kiosk::consume_visit_end() {
    return std::exchange(has_visit_ended_, false);
}

void Kiosk::apply(const session::Event& event, const base::ClockReading& now) {
    const bool was_active = session::is_visit_active(state_), was_verifying = pin_to_check() != nullptr;
    state_ = session::update(*content_, state_, event, now.since_boot);
    theme_ = Theme(panel_, state_.color_scheme, state_.text_size);
    if (!was_verifying && pin_to_check() != nullptr) pin_attempts_.record(now.since_boot);
    if (was_active && !session::is_visit_active(state_)) forget_visit();
}

void Kiosk::build_frame(const base::ClockReading& now, bool is_lifted) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(panel_.width_px), static_cast<float>(panel_.height_px)};
    io.DeltaTime = 1.0f / 60;
    const bool has_pointer = touch_tracker_.is_down() || is_lifted;
    io.MousePos = has_pointer
                      ? ImVec2{static_cast<float>(touch_tracker_.x()), static_cast<float>(touch_tracker_.y())}
                      : ImVec2{-FLT_MAX, -FLT_MAX};
    io.MouseDown[0] = touch_tracker_.is_down();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("kiosk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    Frame frame(*content_, state_, theme_, now,
                {touch_tracker_.is_down(), touch_tracker_.was_dragging(), is_lifted}, typesetter_, textures_,
                qr_codes_, device_status_);
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

// A bag that leans against home is no visit, and must not keep new content waiting; and however it trembles, it
// must not keep open the visit of somebody who has left.
std::optional<base::Instant> Kiosk::touch_deadline() const {
    if (!touch_tracker_.is_down()) return std::nullopt;
    return (session::is_visit_active(state_) ? touch_tracker_.down_at() : touch_tracker_.last_event_at()) +
           content_->site.idle.ask_after;
}

// Keys on home open no visit, but the ring around a button is a trace of them.
std::optional<base::Instant> Kiosk::focus_deadline() const {
    if (focused_id_.empty() || session::is_visit_active(state_)) return std::nullopt;
    return last_touch_at_ + content_->site.idle.ask_after;
}

bool Kiosk::is_input_locked() const {
    return session::is_on_staff_screen(state_, session::StaffScreen::cleaning);
}

// From a clean State, whatever the touches on the first three corners have done.
bool Kiosk::handle_corner_gesture(const Touch& touch, const base::ClockReading& now) {
    if (touch.phase != TouchPhase::down || state_.staff || content_->site.staff_pin.empty()) return false;
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

const std::vector<char>* Kiosk::pin_to_check() const {
    return state_.staff && state_.staff->is_verifying ? &state_.staff->entered_pin : nullptr;
}

void Kiosk::answer(const std::vector<char>& pin, bool is_correct, const base::ClockReading& now) {
    advance(now);
    const std::vector<char>* pending_pin = pin_to_check();
    if (pending_pin == nullptr || *pending_pin != pin) return;
    if (is_correct) pin_attempts_.reset();
    apply(session::PinChecked{is_correct, pin_attempts_.locked_until(now.since_boot)}, now);
    build_until_stable(now);
}

// It has pressed nothing; but what it was hiding stays hidden from whoever comes next.
void Kiosk::cancel_touch(const base::ClockReading& now) {
    if (!touch_tracker_.is_down()) return;
    touch_tracker_ = TouchTracker(theme_.px(size::drag));
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
                                  -theme_.mm(touch_tracker_.speed_y(now.since_boot)), now.since_boot);
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
           !session::is_open(content_->site, clock_on(now.local_time));
}

void Kiosk::wake(const base::ClockReading& now) {
    if (!is_off_hours_at(now)) return;
    last_touch_at_ = now.since_boot;
    woken_at_ = now.since_boot;
    dispatch(session::Wake{}, now);
}

// Who touches a black screen wants it on, and cannot have seen what else they touched.
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
    if (state_.is_covered || state_.warned_at) { // any key answers, as any touch does
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
    const auto focused = std::find_if(outline_.begin(), outline_.end(), [this](const OutlineNode& node) {
        return node.event && node.id == focused_id_;
    });
    return focused == outline_.end() ? nullptr : &*focused;
}

void Kiosk::scroll_to_focus(const base::ClockReading& now) {
    const OutlineNode* node = focused_node();
    if (node == nullptr || !node->is_scrollable) return;
    const double above = node->clip.y - node->rect.y, below = node->rect.bottom() - node->clip.bottom();
    if (above <= 0 && below <= 0) return;
    const double margin = theme_.px(size::gap);
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
    touch_tracker_ = TouchTracker(theme_.px(size::drag));
    build_until_stable(now);
}

bool Kiosk::is_idle() const {
    return !session::is_visit_active(state_) && !touch_tracker_.is_down();
}

void Kiosk::set_content(std::shared_ptr<const content::Content> content, const base::ClockReading& now) {
    const bool was_covered = state_.is_covered;
    content_ = std::move(content);
    state_ = {};
    state_.is_covered = was_covered;
    theme_ = Theme(panel_, state_.color_scheme, state_.text_size);
    forget_visit();
    build_until_stable(now);
}

void Kiosk::dispatch(const session::Event& event, const base::ClockReading& now) {
    apply(event, now);
    build_until_stable(now);
}

std::optional<base::Instant> Kiosk::next_deadline() const {
    std::optional<base::Instant> next = session::next_deadline(*content_, state_);
    const auto include = [&next](base::Instant candidate) { next = next ? std::min(*next, candidate) : candidate; };
    if (const auto due = touch_deadline()) include(*due);
    if (const auto due = focus_deadline()) include(*due);
    if (is_animating_ || momentum_) include(built_at_.since_boot + frame_interval);
    if (const auto due = hours_deadline()) include(*due);
    if (is_off_hours()) return next;
    if (is_idle()) include(pixel_shift_.next_step_at());
    // A count of seconds, or of minutes, is drawn anew with each.
    const auto add_countdown = [&](base::Instant start, std::chrono::seconds period) {
        include(start + period * ((built_at_.since_boot - start) / period + 1));
    };
    if (state_.warned_at) add_countdown(*state_.warned_at, std::chrono::seconds{1});
    if (is_input_locked()) add_countdown(state_.staff->opened_at, std::chrono::seconds{1});
    if (state_.staff && state_.staff->locked_until)
        add_countdown(*state_.staff->locked_until - session::PinAttempts::lockout_duration,
                      std::chrono::minutes{1});
    if (state_.is_covered || state_.is_hide_pressed)
        include(built_at_.since_boot + std::chrono::seconds{60 - built_at_.local_time.second % 60});
    return next;
}

std::optional<base::Instant> Kiosk::hours_deadline() const {
    const content::Site& site = content_->site;
    if (site.hours.empty() && site.holidays.empty()) return std::nullopt;
    const session::WallClock local_time = clock_on(built_at_.local_time);
    const auto change = session::time_until_change(site, local_time).value_or(max_clock_check_interval);
    base::Instant next = built_at_.since_boot + std::min(change, max_clock_check_interval);
    const bool is_lit_by_hand =
        !session::is_visit_active(state_) && !is_off_hours() && !session::is_open(site, local_time);
    if (is_lit_by_hand) next = std::min(next, last_touch_at_ + site.idle.ask_after);
    return next;
}

void Kiosk::draw(SDL_Renderer* renderer) {
    ImGui::SetCurrentContext(context_);
    if (const ImDrawData* data = ImGui::GetDrawData()) render::draw(renderer, *data, textures_);
}

} // namespace ui
