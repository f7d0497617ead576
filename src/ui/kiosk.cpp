#include "ui/kiosk.hpp"

#include "ui/focus.hpp"
#include "ui/painter.hpp"
#include "ui/screens/screens.hpp"

#include <imgui.h>

#include <algorithm>

namespace ui {

namespace {

constexpr int most_builds = 6; // for a picture to settle
constexpr Instant frame_interval{16};

} // namespace

Kiosk::Kiosk(std::shared_ptr<const content::Content> content, const Panel& panel, text::Typesetter& typesetter,
             const Moment& moment, const session::State& state)
    : content_(std::move(content)), typesetter_(typesetter), pictures_(typesetter),
      atlas_(std::make_unique<ImFontAtlas>()), state_(state), panel_(panel),
      theme_(panel, state_.look, state_.text_size), finger_(theme_.px(size::drag)) {
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
}

void Kiosk::apply(const session::Event& event, const Moment& moment) {
    const bool was_open = session::visit_open(state_);
    state_ = session::update(*content_, state_, event, moment.now);
    theme_ = Theme(panel_, state_.look, state_.text_size);
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
                typesetter_, pictures_, codes_);
    frame.focus = focus_;
    draw_screen(frame);
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::Render();
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
    drag_page(moment);
    build(moment, touch.contact == Contact::up);
    if (touch.contact == Contact::up) let_page_run(moment);
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
    if (momentum_) {
        const double to = momentum_->at(moment.now), within = std::clamp(to, 0.0, scrollable_.most_mm);
        const bool over = momentum_->over(moment.now) || to != within;
        apply(session::ScrollTo{within}, moment);
        if (over) momentum_.reset();
    }
    settle(moment);
}

void Kiosk::wheel(double mm, const Moment& moment) {
    pass(moment);
    if (scrollable_.most_mm <= 0 || state_.asked) return;
    momentum_.reset();
    const double from = std::min(session::scroll(state_), scrollable_.most_mm);
    apply(session::ScrollTo{std::clamp(from + mm, 0.0, scrollable_.most_mm)}, moment);
    settle(moment);
}

void Kiosk::key(Key key, const Moment& moment) {
    pass(moment);
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
    if (moving_ || momentum_) sooner(last_.now + frame_interval);
    if (state_.asked) {
        const Instant since = last_.now - *state_.asked;
        sooner(*state_.asked + std::chrono::floor<std::chrono::seconds>(since) + std::chrono::seconds{1});
    }
    if (state_.covered || state_.hiding) sooner(last_.now + std::chrono::seconds{60 - last_.wall.second % 60});
    return next;
}

void Kiosk::paint(SDL_Renderer* renderer) {
    ImGui::SetCurrentContext(context_);
    if (const ImDrawData* data = ImGui::GetDrawData()) ui::paint(renderer, *data, pictures_);
}

} // namespace ui
