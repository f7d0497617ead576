#include "text/typesetter.hpp"

#include "text/composing.hpp"
#include "text/fonts.hpp"
#include "text/painting.hpp"
#include "text/recent.hpp"

#include <algorithm>
#include <functional>

namespace text {
namespace {

constexpr std::size_t most_paragraphs = 400;
constexpr std::size_t longest_kept = 4096; // bytes

struct HashSetting {
    std::size_t operator()(const Setting& setting) const {
        std::size_t hash = std::hash<std::string>()(setting.text);
        const auto mix = [&](std::size_t value) { hash = hash * 31 + value; };
        mix(std::hash<std::string>()(setting.family));
        mix(static_cast<std::size_t>(setting.face));
        mix(static_cast<std::size_t>(setting.px));
        mix(static_cast<std::size_t>(setting.max_width));
        mix(static_cast<std::size_t>(setting.right_to_left));
        mix(static_cast<std::size_t>(setting.tight));
        return hash;
    }
};

} // namespace

struct Typesetter::Inside {
    Fonts fonts;
    Recent<Setting, std::shared_ptr<const Paragraph>, HashSetting> paragraphs{most_paragraphs};
};

Typesetter::Typesetter() : inside_(std::make_unique<Inside>()) {}
const std::vector<std::string>& Typesetter::complaints() const {
    return inside_->fonts.complaints();
}

Typesetter::~Typesetter() = default;

std::shared_ptr<const Paragraph> Typesetter::set(const Setting& setting) {
    constexpr int smallest_px = 4;
    constexpr int largest_px = 2000;
    if (const auto* kept = inside_->paragraphs.find(setting)) return *kept;
    Setting sound = setting;
    sound.px = std::clamp(setting.px, smallest_px, largest_px);
    auto paragraph = std::make_shared<const Paragraph>(compose(sound, inside_->fonts));
    if (setting.text.size() <= longest_kept) inside_->paragraphs.keep(setting, paragraph);
    return paragraph;
}

Surface Typesetter::paint(const Line& line, SDL_Color ink, int& offset_x, int& offset_y) {
    return text::paint(line, ink, inside_->fonts, offset_x, offset_y);
}

bool Typesetter::has(char32_t character, Face face) {
    const Character wanted = character;
    Fonts& fonts = inside_->fonts;
    return fonts.file_for({&wanted, 1}, script_of(wanted), fonts.choice(face, "")).has_value();
}

void Typesetter::forget() {
    inside_->paragraphs.clear();
}

} // namespace text
