#include "ui/kiosk.hpp"

#include "session/hours.hpp"
#include "ui/focus.hpp"
#include "ui/painter.hpp"
#include "ui/screens/screens.hpp"
#include "ui/widgets/touch_grid.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int most_builds = 6; // for a picture to settle
constexpr Instant frame_interval{16};
constexpr Instant blind_for{1000}; // after waking: a display that was off shows nothing yet

// The clock on the wall is looked at again this often: summer time comes and goes without it being set.
constexpr std::chrono::seconds longest_trust = std::chrono::minutes{15};

// So that the picture is never more than a millimetre from where it was.
int shift_pixels(const Theme& theme) {
    constexpr double most_mm = 0.5; // to each side
    return std::max(1, static_cast<int>(most_mm / theme.panel_mm(1)));
}

session::WallClock clock_on(const WallTime& wall) {
    using namespace std::chrono;
    const local_days day{year{wall.year} / wall.month / wall.day};
    return day + hours{wall.hour} + minutes{wall.minute} + seconds{wall.second};
}

} // namespace

Kiosk::Kiosk(std::shared_ptr<const content::Content> content, const Panel& panel, text::Typesetter& typesetter,
             const Moment& moment, const session::State& state)
    : content_(std::move(content)), typesetter_(typesetter), pictures_(typesetter),
      atlas_(std::make_unique<ImFontAtlas>()), state_(state), panel_(panel),
      theme_(panel, state_.look, state_.text_size), finger_(theme_.px(size::drag)), touched_(moment.now),
      shift_(moment.now) {
    atlas_->Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    static constexpr ImWchar space_only[] = {' ', ' ', 0}; // no text is ever drawn with it
    ImFontConfig config;
    config.GlyphRanges = space_only;
    config.SizePixels = 13;
    atlas_->AddFontDefault(&config);
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    atlas_->GetTexDataAsAlpha8(&pixels, &width, &height);
    renew();
    settle(moment);
}

Kiosk::~Kiosk() {
    ImGui::DestroyContext(context_);
}

void Kiosk::renew() {
    if (context_ != nullptr) ImGui::DestroyContext(context_);
    context_ = ImGui::CreateContext(atlas_.get());
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    finger_ = Finger(theme_.px(size::drag));
    momentum_.reset();
    focus_.clear();
}

void Kiosk::forget() {
    renew();
    pictures_.forget();
    codes_.forget();
    typesetter_.forget();
    has_visit_ended_ = true;
}

bool Kiosk::consume_visit_end() {
    return std::exchange(has_visit_ended_, false);
}

void Kiosk::apply(const session::Event& event, const Moment& moment) {
    const bool was_open = session::visit_open(state_), was_checking = pin_to_check() != nullptr;
    state_ = session::update(*content_, state_, event, moment.now);
    theme_ = Theme(panel_, state_.look, state_.text_size);
    if (!was_checking && pin_to_check() != nullptr) tries_.spend(moment.now);
    if (was_open && !session::visit_open(state_)) forget();
}

void Kiosk::build(const Moment& moment, bool lifted) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(panel_.width_px), static_cast<float>(panel_.height_px)};
    io.DeltaTime = 1.0f / 60;
    const bool somewhere = finger_.is_down() || lifted;
    io.MousePos = somewhere ? ImVec2{static_cast<float>(finger_.x()), static_cast<float>(finger_.y())}
                            : ImVec2{-FLT_MAX, -FLT_MAX};
    io.MouseDown[0] = finger_.is_down();
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("kiosk", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
    Frame frame(*content_, state_, theme_, moment, {finger_.is_down(), finger_.was_dragging(), lifted},
                typesetter_, pictures_, codes_, facts_);
    frame.focus = focus_;
    frame.dark = is_dark(moment);
    draw_screen(frame);
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::Render();
    shift_.apply(*ImGui::GetDrawData(), shift_pixels(theme_));
    outline_ = std::move(frame.outline);
    scrollable_ = frame.scrollable;
    moving_ = frame.moving;
    last_ = moment;
    if (frame.made) apply(*frame.made, moment);
}

void Kiosk::settle(const Moment& moment) {
    std::uint64_t before = 0;
    for (int i = 0; i < most_builds; ++i) {
        build(moment);
        ImGui::SetCurrentContext(context_);
        const ImDrawData* data = ImGui::GetDrawData(); // null: this build ended the visit
        fingerprint_ = data == nullptr ? 0 : ui::fingerprint(*data);
        if (data != nullptr && fingerprint_ == before) break;
        before = fingerprint_;
    }
    pictures_.end_frame();
}

void Kiosk::touch(const Touch& touch, const Moment& moment) {
    pass(moment); // a touch after the deadline acts on the new screen
    if (is_deaf()) return;
    if (touch.contact == Contact::down && goes_to_waking(moment)) return;
    if (opens_staff(touch, moment)) return;
    if (touch.contact != Contact::down && !finger_.is_down()) return;
    if (touch.contact == Contact::down) lose_finger(moment);
    finger_.put(touch, moment.now);
    if (touch.contact == Contact::down) {
        focus_.clear();
        apply(session::Touched{}, moment);
        if (momentum_) finger_.spoil();
        momentum_.reset();
        scroll_at_grip_ = std::min(session::scroll(state_), scrollable_.most_mm);
    }
    if (session::is_on(state_, session::StaffScreen::touch)) apply(trace(touch, theme_), moment);
    drag_page(moment);
    build(moment, touch.contact == Contact::up);
    if (touch.contact == Contact::up) let_page_run(moment);
    settle(moment);
}

// A bag that leans against home is no visit, and must not keep new content waiting; and however it trembles, it
// must not keep open the visit of somebody who has left.
std::optional<Instant> Kiosk::finger_deadline() const {
    if (!finger_.is_down()) return std::nullopt;
    return (session::visit_open(state_) ? finger_.since() : finger_.last()) + content_->site.idle.ask_after;
}

// Keys on home open no visit, but the ring around a button is a trace of them.
std::optional<Instant> Kiosk::focus_deadline() const {
    if (focus_.empty() || session::visit_open(state_)) return std::nullopt;
    return touched_ + content_->site.idle.ask_after;
}

bool Kiosk::is_deaf() const {
    return session::is_on(state_, session::StaffScreen::cleaning);
}

// From a clean State, whatever the touches on the first three corners have done.
bool Kiosk::opens_staff(const Touch& touch, const Moment& moment) {
    if (touch.contact != Contact::down || state_.staff || content_->site.staff_pin.empty()) return false;
    if (!corners_.touched(touch.x, touch.y, theme_, moment.now)) return false;
    apply(session::EndVisit{}, moment);
    forget();
    apply(session::OpenStaff{tries_.locked_until(moment.now)}, moment);
    settle(moment);
    return true;
}

void Kiosk::know(Facts facts, const Moment& moment) {
    facts_ = std::move(facts);
    settle(moment);
}

const std::vector<char>* Kiosk::pin_to_check() const {
    return state_.staff && state_.staff->checking ? &state_.staff->typed : nullptr;
}

void Kiosk::answer(const std::vector<char>& pin, bool right, const Moment& moment) {
    pass(moment);
    const std::vector<char>* asked = pin_to_check();
    if (asked == nullptr || *asked != pin) return;
    if (right) tries_.forget();
    apply(session::AnswerPin{right, tries_.locked_until(moment.now)}, moment);
    settle(moment);
}

// It has pressed nothing; but what it was hiding stays hidden from whoever comes next.
void Kiosk::lose_finger(const Moment& moment) {
    if (!finger_.is_down()) return;
    finger_ = Finger(theme_.px(size::drag));
    if (state_.hiding) apply(session::Hide{}, moment);
    build(moment);
}

void Kiosk::drag_page(const Moment& moment) {
    if (!finger_.is_dragging() || state_.hiding ||
        !scrollable_.view.holds(finger_.start_x(), finger_.start_y()))
        return;
    const double to = scroll_at_grip_ - theme_.mm(finger_.dragged_y());
    apply(session::ScrollTo{std::clamp(to, 0.0, scrollable_.most_mm)}, moment);
}

void Kiosk::let_page_run(const Moment& moment) {
    if (!finger_.was_dragging() || !scrollable_.view.holds(finger_.start_x(), finger_.start_y())) return;
    const Momentum run(session::scroll(state_), -theme_.mm(finger_.speed_y(moment.now)), moment.now);
    if (content_->site.motion && !run.over(moment.now)) momentum_ = run;
}

void Kiosk::pass(const Moment& moment) {
    apply(session::Tick{}, moment);
    if (const auto due = finger_deadline(); due && *due <= moment.now) lose_finger(moment);
    if (momentum_) {
        const double to = momentum_->at(moment.now), within = std::clamp(to, 0.0, scrollable_.most_mm);
        const bool over = momentum_->over(moment.now) || to != within;
        apply(session::ScrollTo{within}, moment);
        if (over) momentum_.reset();
    }
    if (const auto due = focus_deadline(); due && *due <= moment.now) focus_.clear();
    if (at_rest() && !is_dark(moment)) shift_.pass(moment.now);
    settle(moment);
}

bool Kiosk::is_dark(const Moment& moment) const {
    return !session::visit_open(state_) && moment.now - touched_ >= content_->site.idle.ask_after &&
           !session::is_due_on(content_->site, clock_on(moment.wall));
}

void Kiosk::wake(const Moment& moment) {
    if (!is_dark(moment)) return;
    touched_ = moment.now;
    woken_ = moment.now;
    event(session::Wake{}, moment);
}

// Who touches a black screen wants it on, and cannot have seen what else they touched.
bool Kiosk::goes_to_waking(const Moment& moment) {
    wake(moment);
    touched_ = moment.now;
    return woken_ && moment.now - *woken_ < blind_for;
}

void Kiosk::wheel(double mm, const Moment& moment) {
    pass(moment);
    if (is_deaf() || goes_to_waking(moment)) return;
    if (scrollable_.most_mm <= 0 || state_.asked) return;
    momentum_.reset();
    const double from = std::min(session::scroll(state_), scrollable_.most_mm);
    apply(session::ScrollTo{std::clamp(from + mm, 0.0, scrollable_.most_mm)}, moment);
    settle(moment);
}

void Kiosk::key(Key key, const Moment& moment) {
    pass(moment);
    if (is_deaf() || goes_to_waking(moment)) return;
    if (state_.covered || state_.asked) { // any key answers, as any touch does
        apply(state_.covered ? session::Event(session::Wake{}) : session::Stay{}, moment);
        return settle(moment);
    }
    apply(session::Touched{}, moment);
    const Node* node = focused();
    switch (key) {
    case Key::activate:
        if (node != nullptr) apply(session::Event(*node->event), moment);
        break;
    case Key::back:
        apply(session::GoBack{}, moment);
        break;
    case Key::home:
        apply(session::GoHome{}, moment);
        break;
    default:
        focus_ = next_focus(outline_, focus_, key);
        break;
    }
    settle(moment);
    reveal_focus(moment);
}

std::optional<Rect> Kiosk::place_of(const session::Event& event) const {
    for (const Node& node : outline_)
        if (node.event == event) return node.visible();
    return std::nullopt;
}

const Node* Kiosk::focused() const {
    const auto found = std::find_if(outline_.begin(), outline_.end(),
                                    [this](const Node& node) { return node.event && node.id == focus_; });
    return found == outline_.end() ? nullptr : &*found;
}

void Kiosk::reveal_focus(const Moment& moment) {
    const Node* node = focused();
    if (node == nullptr || !node->scrolls) return;
    const double above = node->clip.y - node->rect.y, below = node->rect.bottom() - node->clip.bottom();
    if (above <= 0 && below <= 0) return;
    const double margin = theme_.px(size::gap);
    const double by = above > 0 ? -(above + margin) : std::min(below + margin, node->rect.y - node->clip.y);
    const double to = std::min(session::scroll(state_), scrollable_.most_mm) + theme_.mm(by);
    apply(session::ScrollTo{std::clamp(to, 0.0, scrollable_.most_mm)}, moment);
    settle(moment);
}

void Kiosk::resize(const Panel& panel, const Moment& moment) {
    lose_finger(moment);
    panel_ = panel;
    theme_ = Theme(panel_, state_.look, state_.text_size);
    finger_ = Finger(theme_.px(size::drag));
    settle(moment);
}

bool Kiosk::at_rest() const {
    return !session::visit_open(state_) && !finger_.is_down();
}

void Kiosk::replace(std::shared_ptr<const content::Content> content, const Moment& moment) {
    const bool covered = state_.covered;
    content_ = std::move(content);
    state_ = {};
    state_.covered = covered;
    theme_ = Theme(panel_, state_.look, state_.text_size);
    forget();
    settle(moment);
}

void Kiosk::event(const session::Event& event, const Moment& moment) {
    apply(event, moment);
    settle(moment);
}

std::optional<Instant> Kiosk::deadline() const {
    std::optional<Instant> next = session::deadline(*content_, state_);
    const auto sooner = [&next](Instant at) { next = next ? std::min(*next, at) : at; };
    if (const auto due = finger_deadline()) sooner(*due);
    if (const auto due = focus_deadline()) sooner(*due);
    if (moving_ || momentum_) sooner(last_.now + frame_interval);
    if (const auto look = hours_deadline()) sooner(*look);
    if (dark()) return next;
    if (at_rest()) sooner(shift_.due());
    // A count of seconds, or of minutes, is drawn anew with each.
    const auto counts = [&](Instant from, std::chrono::seconds each) {
        sooner(from + each * ((last_.now - from) / each + 1));
    };
    if (state_.asked) counts(*state_.asked, std::chrono::seconds{1});
    if (is_deaf()) counts(state_.staff->since, std::chrono::seconds{1});
    if (state_.staff && state_.staff->locked_until)
        counts(*state_.staff->locked_until - session::Tries::lock, std::chrono::minutes{1});
    if (state_.covered || state_.hiding) sooner(last_.now + std::chrono::seconds{60 - last_.wall.second % 60});
    return next;
}

std::optional<Instant> Kiosk::hours_deadline() const {
    const content::Site& site = content_->site;
    if (site.hours.empty() && site.holidays.empty()) return std::nullopt;
    const session::WallClock wall = clock_on(last_.wall);
    const auto change = session::until_it_changes(site, wall).value_or(longest_trust);
    Instant next = last_.now + std::min(change, longest_trust);
    const bool is_lit_by_hand = !session::visit_open(state_) && !dark() && !session::is_due_on(site, wall);
    if (is_lit_by_hand) next = std::min(next, touched_ + site.idle.ask_after);
    return next;
}

void Kiosk::paint(SDL_Renderer* renderer) {
    ImGui::SetCurrentContext(context_);
    if (const ImDrawData* data = ImGui::GetDrawData()) ui::paint(renderer, *data, pictures_);
}

} // namespace ui
