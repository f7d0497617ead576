#include "ui/frame.hpp"

#include "content/icon.hpp"
#include "content/utf8.hpp"
#include "text/bidi.hpp"

#include <fmt/format.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {

namespace {

ImVec2 vec(double x, double y) {
    return {static_cast<float>(x), static_cast<float>(y)};
}
ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

Rect rounded_to_pixels(const Rect& r) {
    const double x = std::round(r.x), y = std::round(r.y);
    return {x, y, std::round(r.right()) - x, std::round(r.bottom()) - y};
}

const content::Translation& english() {
    static const content::Translation english;
    return english;
}

} // namespace

Frame::Frame(const content::Content& what, const session::State& visit, const Theme& look, const Moment& when,
             const Touching& finger, text::Typesetter& typesetter, Pictures& pictures, Codes& codes,
             const Facts& known)
    : content(what), state(visit), theme(look), moment(when), touching(finger),
      language(visit.staff ? english() : what.language(visit.language)), facts(known), typesetter_(typesetter),
      pictures_(pictures), codes_(codes), list_(ImGui::GetWindowDrawList()), clip_(screen()) {}

Rect Frame::screen() const {
    return {0, 0, static_cast<double>(theme.panel().width_px), static_cast<double>(theme.panel().height_px)};
}

Rect Frame::reach() const {
    return rounded_to_pixels(
        {0, theme.reach_top_px(), screen().w, theme.reach_bottom_px() - theme.reach_top_px()});
}

std::string Frame::say(std::string_view english, Places places) const {
    std::string words(language(english));
    for (const auto& [name, value] : places) {
        const std::string mark = fmt::format("{{{}}}", name);
        if (const auto at = words.find(mark); at != std::string::npos) words.replace(at, mark.size(), value);
    }
    return words;
}

Written Frame::set(std::string_view words, const Type& type, double width) const {
    text::Setting setting;
    setting.text = words;
    setting.face = type.face;
    setting.px = theme.em(type);
    setting.max_width = static_cast<int>(std::floor(width));
    setting.right_to_left = language.right_to_left && text::has_right_to_left_letters(words);
    setting.family = language.font;
    setting.tight = type.tight;
    return typesetter_.set(setting);
}

Written Frame::shrunk(std::string_view words, const Type& type, double width,
                      const std::function<bool(const text::Paragraph&)>& fits) const {
    constexpr double step = 0.93, least = 0.42;
    for (Type smaller = type;; smaller.em_mm *= step) {
        const Written written = set(words, smaller, width);
        if (!written->split_word && fits(*written)) return written;
        if (smaller.em_mm * step < type.em_mm * least) return written;
    }
}

Written Frame::fit(std::string_view words, const Type& type, double width, int lines) const {
    const auto most = static_cast<std::size_t>(lines);
    return shrunk(words, type, width, [most](const text::Paragraph& set) { return set.lines.size() <= most; });
}

Written Frame::fit_box(std::string_view words, const Type& type, double width, double height) const {
    return shrunk(words, type, width, [height](const text::Paragraph& set) { return set.height <= height; });
}

// By halves: each try is a paragraph to be set.
Written Frame::balanced(const Written& written) const {
    if (written->lines.size() < 2) return written;
    Written best = written;
    text::Setting setting = written->setting;
    int too_narrow = written->width / 2;
    while (best->width - too_narrow > std::max(1, setting.px / 4)) {
        setting.max_width = std::midpoint(too_narrow, best->width);
        const Written narrower = typesetter_.set(setting);
        if (narrower->lines.size() > written->lines.size() || narrower->split_word)
            too_narrow = setting.max_width;
        else
            best = narrower;
    }
    return best;
}

Written Frame::tidy(const Written& written) const {
    constexpr double alone = 0.3; // share of the width that a last line should have at the least
    const bool is_tidy = written->lines.size() < 2 || written->lines.back().width >= alone * written->width;
    return is_tidy ? written : balanced(written);
}

Written Frame::resized(const Written& written, int px) const {
    if (written->setting.px == px) return written;
    text::Setting setting = written->setting;
    setting.px = px;
    return typesetter_.set(setting);
}

Rect Frame::mirrored(const Rect& rect) const {
    if (!language.right_to_left) return rect;
    return {screen().w - rect.right(), rect.y, rect.w, rect.h};
}

Node& Frame::say_node(Role role, std::string words, const Rect& on_screen) {
    Node node;
    node.role = role;
    node.text = std::move(words);
    node.rect = on_screen;
    node.clip = clip_;
    node.inside = inside_;
    node.scrolls = clipped_;
    outline.push_back(std::move(node));
    return outline.back();
}

void Frame::image(const Picture& picture, const Rect& to, double u0, double v0, double u1, double v1) {
    if (!std::holds_alternative<InkedLine>(picture)) grounds_.spoil(to); // no text is written over another
    list_->AddImage(pictures_.want(picture), vec(to.x, to.y), vec(to.right(), to.bottom()), vec(u0, v0),
                    vec(u1, v1));
}

void Frame::write(const Written& written, const Rect& box, Align align, Colour ink, Colour ground, Role role) {
    if (quiet_) return;
    const Rect on_screen = mirrored(box);
    const bool to_right = (align == Align::end) != language.right_to_left;
    const Pad pad = text_pad(written->setting.px);
    double left = on_screen.right(), right = on_screen.x;
    for (std::size_t i = 0; i < written->lines.size(); ++i) {
        const text::Line& line = written->lines[i];
        double x = to_right ? on_screen.right() - line.width : on_screen.x;
        if (align == Align::centre) x = on_screen.x + (on_screen.w - line.width) / 2;
        x = std::round(x);
        const double y = std::round(box.y + line.y);
        left = std::min(left, x), right = std::max(right, x + line.width);
        const Rect picture{x - pad.across, y - pad.down, line.width + 2.0 * pad.across,
                           line.height + 2.0 * pad.down};
        if (picture.bottom() < clip_.y || picture.y > clip_.bottom() || line.width == 0) continue;
        const bool is_on_one =
            grounds_.is_all({picture.x, y, picture.w, static_cast<double>(line.height)}, ground);
        image(InkedLine{written, i, ink, is_on_one ? ground : Colour{0, 0, 0, 0}}, picture, 0, 0, 1, 1);
    }
    Node& node = say_node(role, written->setting.text,
                          {left, box.y, right - left, static_cast<double>(written->height)});
    node.ink = ink;
    node.ground = ground;
}

void Frame::fill(const Rect& rect, Colour colour) {
    if (quiet_) return;
    const Rect r = rounded_to_pixels(mirrored(rect));
    list_->AddRectFilled(vec(r.x, r.y), vec(r.right(), r.bottom()), packed(colour));
    grounds_.lay(r, 0, 0, colour, clip_);
}

// The four quarters of the disc, one in each corner of `rect`, which is on the screen.
void Frame::corners(const Rect& rect, const Disc& disc) {
    const double r = disc.radius;
    image(disc, {rect.x, rect.y, r, r}, 0, 0, 0.5, 0.5);
    image(disc, {rect.right() - r, rect.y, r, r}, 0.5, 0, 1, 0.5);
    image(disc, {rect.x, rect.bottom() - r, r, r}, 0, 0.5, 0.5, 1);
    image(disc, {rect.right() - r, rect.bottom() - r, r, r}, 0.5, 0.5, 1, 1);
}

void Frame::rounded(const Rect& rect, double radius, Colour colour, Colour edge, double edge_px) {
    if (quiet_) return;
    const Rect r = rounded_to_pixels(mirrored(rect));
    const double e = edge_px > 0 ? std::max(1.0, std::round(edge_px)) : 0;
    const double most = std::floor(std::min(r.w, r.h) / 2);
    const double c = std::clamp(std::round(radius), 0.0, most);
    const auto box = [&](double x, double y, double w, double h, Colour with) {
        if (w > 0 && h > 0) list_->AddRectFilled(vec(x, y), vec(x + w, y + h), packed(with));
    };
    if (c > 0) corners(r, {static_cast<int>(c), static_cast<int>(e), colour, edge});
    const double across = r.w - 2 * c, down = r.h - 2 * c;
    box(r.x + c, r.y + e, across, c - e, colour);
    box(r.x + e, r.y + c, r.w - 2 * e, down, colour);
    box(r.x + c, r.bottom() - c, across, c - e, colour);
    grounds_.lay(r, c, e, colour, clip_);
    if (e == 0) return;
    box(r.x + c, r.y, across, e, edge);
    box(r.x + c, r.bottom() - e, across, e, edge);
    box(r.x, r.y + c, e, down, edge);
    box(r.right() - e, r.y + c, e, down, edge);
}

void Frame::shadow(const Rect& rect, double blur) {
    if (quiet_) return;
    const int b = std::max(2, static_cast<int>(std::lround(blur)));
    const Shadow shade{b, {0, 0, 0, 110}};
    const Rect r = rounded_to_pixels(mirrored(rect));
    const double corner = 2.0 * b, cut = corner / (2 * corner + 1);
    const double right = r.right() - b, bottom = r.bottom() - b;
    image(shade, {r.x - b, r.y - b, corner, corner}, 0, 0, cut, cut);
    image(shade, {right, r.y - b, corner, corner}, 1 - cut, 0, 1, cut);
    image(shade, {r.x - b, bottom, corner, corner}, 0, 1 - cut, cut, 1);
    image(shade, {right, bottom, corner, corner}, 1 - cut, 1 - cut, 1, 1);
    // Along the edges, line by line: SDL fills a line ten times quicker than it stretches a picture.
    const auto line = [this](double x, double y, double w, double h, Colour colour) {
        if (w > 0 && h > 0) list_->AddRectFilled(vec(x, y), vec(x + w, y + h), packed(colour));
    };
    const double across = r.w - corner, down = r.h - corner;
    for (int out = 1; out <= b; ++out) {
        const Colour colour = shade.at(b - out, 2.0 * b);
        line(r.x + b, r.y - out, across, 1, colour);
        line(r.x + b, r.bottom() + out - 1, across, 1, colour);
        line(r.x - out, r.y + b, 1, down, colour);
        line(r.right() + out - 1, r.y + b, 1, down, colour);
    }
}

void Frame::icon(std::string_view name, const Rect& box, Colour ink) {
    if (quiet_) return;
    const auto character = content::icon(name);
    if (!character) return;
    text::Setting setting;
    content::append_character(setting.text, *character);
    setting.face = text::Face::icons;
    setting.px = std::max(4, static_cast<int>(std::floor(std::min(box.w, box.h))));
    const Written written = typesetter_.set(setting);
    if (!written->missing.empty()) return; // the words beside it say the same
    const Pad pad = text_pad(setting.px);
    const Rect m = mirrored(box);
    const text::Line& line = written->lines.front();
    const double x = std::round(m.x + (m.w - line.width) / 2), y = std::round(m.y + (m.h - line.height) / 2);
    image(InkedLine{written, 0, ink},
          {x - pad.across, y - pad.down, line.width + 2.0 * pad.across, line.height + 2.0 * pad.down}, 0, 0, 1,
          1);
}

void Frame::code(const qr::Code& code, const Rect& box, const std::string& payload) {
    if (quiet_) return;
    const Rect m = rounded_to_pixels(mirrored(box));
    const int modules = code.size + 2 * qr::quiet_zone;
    const double module = std::floor(std::min(m.w, m.h) / modules);
    const double side = module * modules;
    const double left = std::floor(m.x + (m.w - side) / 2), top = std::floor(m.y + (m.h - side) / 2);
    list_->AddRectFilled(vec(m.x, m.y), vec(m.right(), m.bottom()), IM_COL32(255, 255, 255, 255));
    grounds_.spoil(m);
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            if (!code.at(x, y)) continue;
            int end = x;
            while (end < code.size && code.at(end, y)) ++end;
            const double row = top + (y + qr::quiet_zone) * module;
            list_->AddRectFilled(vec(left + (x + qr::quiet_zone) * module, row),
                                 vec(left + (end + qr::quiet_zone) * module, row + module),
                                 IM_COL32(0, 0, 0, 255));
            x = end;
        }
    }
    const double inner = code.size * module, zone = qr::quiet_zone * module;
    say_node(Role::code, payload, {left + zone, top + zone, inner, inner});
}

void Frame::ring(const Rect& box, double share, double width, Colour track, Colour arc) {
    if (quiet_) return;
    const Rect m = rounded_to_pixels(mirrored(box));
    const Dial dial{static_cast<int>(std::min(m.w, m.h)), std::max(1, static_cast<int>(std::lround(width))),
                    std::clamp(share, 0.0, 1.0), track, arc};
    const auto side = static_cast<double>(dial.side);
    image(dial, {m.x + std::floor((m.w - side) / 2), m.y + std::floor((m.h - side) / 2), side, side}, 0, 0, 1,
          1);
}

void Frame::line(const std::vector<Point>& through, double width, Colour colour) {
    if (quiet_) return;
    for (const Point& point : through) list_->PathLineTo(vec(point.x, point.y));
    list_->PathStroke(packed(colour), 0, static_cast<float>(width));
    grounds_.spoil(screen());
}

Held Frame::target(const Rect& rect, std::string_view name, const session::Event& event, std::string_view where,
                   bool primary) {
    if (quiet_) return {};
    const Rect r = rounded_to_pixels(mirrored(rect));
    inside_ = -1;
    Node& node = say_node(Role::button, std::string(name), r);
    node.event = event;
    node.primary = primary;
    node.id = session::describe(event) + "##" + std::string(where); // ImGui's way to name what looks alike
    const auto is_taken = [&](const Node& other) { return &other != &node && other.id == node.id; };
    while (std::ranges::any_of(outline, is_taken)) node.id += '+'; // a line of help may be on a page twice
    const std::string id = node.id;
    inside_ = static_cast<int>(outline.size()) - 1;
    if (covered_ || node.visible().w <= 0 || node.visible().h <= 0) return {};
    ImGui::SetCursorScreenPos(vec(r.x, r.y));
    const bool released = ImGui::InvisibleButton(id.c_str(), vec(r.w, r.h));
    Held held;
    // A hand in a hurry wobbles: Hide counts for as long as the finger is on it.
    const bool dragged = touching.dragging && !std::holds_alternative<session::Hide>(event);
    held.pressed = ImGui::IsItemActive() && ImGui::IsItemHovered() && !dragged;
    held.released = released && !dragged;
    if (held.released) made = event;
    return held;
}

void Frame::focus_ring(const Rect& rect, double radius) {
    if (quiet_ || inside_ < 0 || focus.empty() || outline[static_cast<std::size_t>(inside_)].id != focus)
        return;
    const double width = std::max(2.0, px(1.2));
    const Rect r = rounded_to_pixels(mirrored(rect.inset(-width / 2)));
    grounds_.spoil(r);
    list_->AddRect(vec(r.x, r.y), vec(r.right(), r.bottom()), packed(colours().focus),
                   static_cast<float>(radius + width / 2), 0, static_cast<float>(width));
}

void Frame::turned(const Rect& about, double radians, const std::function<void()>& draw) {
    const int first = list_->VtxBuffer.Size;
    draw();
    const Rect m = mirrored(about);
    const double cx = m.x + m.w / 2, cy = m.y + m.h / 2, c = std::cos(radians), s = std::sin(radians);
    for (int i = first; i < list_->VtxBuffer.Size; ++i) {
        ImVec2& p = list_->VtxBuffer[i].pos;
        const double dx = p.x - cx, dy = p.y - cy;
        p = vec(cx + dx * c - dy * s, cy + dx * s + dy * c);
    }
    grounds_.spoil(screen());
}

void Frame::uncover() {
    covered_ = false;
    outline.clear();
    scrollable = {};
}

void Frame::clip(const Rect& rect) {
    clip_ = rounded_to_pixels(mirrored(rect));
    clipped_ = true;
    ImGui::PushClipRect(vec(clip_.x, clip_.y), vec(clip_.right(), clip_.bottom()), true);
}

void Frame::unclip() {
    ImGui::PopClipRect();
    clip_ = screen();
    clipped_ = false;
}

} // namespace ui
