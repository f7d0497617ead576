#include "ui/kiosk.hpp"

#include "render/draw_list_renderer.hpp"
#include "session/opening_hours.hpp"
#include "ui/screens/screens.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int max_builds = 6; // until the picture does not change any more

// Returns the distance in pixels that keeps the picture within half a millimeter of its position.
int max_shift_px(const Theme& theme) {
    constexpr double max_shift_mm = 0.5; // in each direction
    return std::max(1, static_cast<int>(max_shift_mm / theme.panel_mm(1)));
}

// Begins ImGui's frame with one window that fills the panel. The pointer is where the finger is, or
// where it was lifted just now.
void begin_window(const Panel& panel, const TouchTracker& touch_tracker, bool is_lifted) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(panel.width_px), static_cast<float>(panel.height_px)};
    io.DeltaTime = 1.0f / 60;
    const bool has_pointer = touch_tracker.is_down() || is_lifted;
    io.MousePos = has_pointer ? ImVec2{static_cast<float>(touch_tracker.x()),
                                       static_cast<float>(touch_tracker.y())}
                              : ImVec2{-FLT_MAX, -FLT_MAX};
    io.MouseDown[0] = touch_tracker.is_down();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("kiosk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoNav);
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
    page_turn_.reset();
    focused_id_.clear();
    scan_at_.reset();
}

void Kiosk::forget_visit() {
    reset_input();
    textures_.clear();
    qr_codes_.clear();
    rows_.forget_visit();
    typesetter_.clear_cache();
}

std::vector<session::Effect> Kiosk::take_effects() {
    return std::exchange(effects_, {});
}

void Kiosk::apply(const session::Event& event, const base::ClockReading& now) {
    if (std::holds_alternative<session::OpenPinPad>(event)) return open_pin_pad(now);
    if (std::holds_alternative<session::Listen>(event)) return toggle_listening(now);
    const std::string spoken_language = state_.listening
                                            ? content_->translation_or_default(state_.language).code
                                            : state_.spoken_language;
    apply_unchanged(event, now);
    if (!can_listen()) tell_of_lost_voice(event, spoken_language, now);
}

void Kiosk::press(const session::Event& event, const base::ClockReading& now) {
    const double from_mm = std::min(session::top_scroll_mm(state_), scroll_region_.max_mm);
    apply(event, now);
    if (std::holds_alternative<session::ScrollTo>(event) && content_->site.motion &&
        session::is_visit_active(state_))
        page_turn_.emplace(from_mm, now.since_boot);
}

// The visit is ended first, because the staff screens are not part of it.
void Kiosk::open_pin_pad(const base::ClockReading& now) {
    apply_unchanged(session::EndVisit{}, now);
    forget_visit();
    apply_unchanged(session::OpenPinPad{pin_attempts_.locked_until(now.since_boot)}, now);
}

void Kiosk::apply_unchanged(const session::Event& event, const base::ClockReading& now) {
    // Whatever the visitor does while a page turns, it acts on the page that comes.
    if (!std::holds_alternative<session::Tick>(event)) page_turn_.reset();
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
    begin_window(panel_, touch_tracker_, is_lifted);
    rows_.set_context({panel_, state_.color_scheme, state_.text_size, state_.language},
                      session::is_visit_active(state_));
    Frame frame(*content_, state_, theme_, now,
                {touch_tracker_.is_down(), touch_tracker_.was_dragging(), is_lifted},
                {typesetter_, textures_, qr_codes_, rows_}, device_status_);
    frame.focused_id = focused_id_;
    frame.is_off_hours = is_off_hours_at(now);
    frame.can_listen = can_listen();
    if (page_turn_ && page_turn_->is_finished(now.since_boot)) page_turn_.reset();
    if (page_turn_) {
        frame.moving_scroll_mm =
            page_turn_->position_mm(session::top_scroll_mm(state_), now.since_boot);
        frame.is_animating = true;
    }
    draw_screen(frame);
    const bool is_page_shown = !state_.warned_at && !state_.is_hide_pressed;
    if (state_.listening && is_page_shown)
        frame.draw_reading_mark(state_.listening->node, state_.listening->sentence);
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::Render();
    pixel_shift_.apply(*ImGui::GetDrawData(), max_shift_px(theme_));
    outline_ = std::move(frame.outline);
    scroll_region_ = frame.scroll_region;
    is_animating_ = frame.is_animating;
    built_at_ = now;
    if (frame.event) press(*frame.event, now);
}

void Kiosk::build_until_stable(const base::ClockReading& now) {
    rows_.grant_budget();
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
    if (const auto due = scan_deadline(); due && *due <= now.since_boot) move_scan(now);
    if (is_idle() && !is_off_hours_at(now)) pixel_shift_.advance(now.since_boot);
    build_until_stable(now);
}

bool Kiosk::is_off_hours_at(const base::ClockReading& now) const {
    return !session::is_visit_active(state_) &&
           now.since_boot - last_touch_at_ >= content_->site.idle.ask_after &&
           !session::is_open(content_->site, now.local_time);
}

std::optional<render::Rect> Kiosk::visible_rect(const session::Event& event) const {
    for (const OutlineNode& node : outline_)
        if (node.event == event) return node.visible_rect();
    return std::nullopt;
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
    rows_.clear(); // its keys are addresses in the old content
    build_until_stable(now);
}

void Kiosk::dispatch(const session::Event& event, const base::ClockReading& now) {
    if (const auto* result = std::get_if<session::PinChecked>(&event)) {
        advance(now); // a result that comes after the end of the visit has no effect
        finish_pin_check(*result, now);
    } else if (std::holds_alternative<session::SpeechFinished>(event)) {
        finish_speech(now);
    } else {
        apply(event, now);
    }
    build_until_stable(now);
}

void Kiosk::draw(SDL_Renderer* renderer) {
    ImGui::SetCurrentContext(context_);
    if (const ImDrawData* data = ImGui::GetDrawData()) render::draw(renderer, *data, textures_);
}

} // namespace ui
