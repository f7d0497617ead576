#include "text/typesetter.hpp"

#include "base/lru_cache.hpp"
#include "text/font_manager.hpp"
#include "text/paragraph_layout.hpp"
#include "text/render_line.hpp"

#include <algorithm>
#include <functional>

namespace text {
namespace {

constexpr std::size_t max_cached_bytes = 4096; // length of one text

struct HashTextSpec {
    std::size_t operator()(const TextSpec& spec) const {
        std::size_t hash = std::hash<std::string>()(spec.text);
        const auto mix = [&](std::size_t value) { hash = hash * 31 + value; };
        mix(std::hash<std::string>()(spec.family));
        mix(static_cast<std::size_t>(spec.face));
        mix(static_cast<std::size_t>(spec.em_px));
        mix(static_cast<std::size_t>(spec.max_width));
        mix(static_cast<std::size_t>(spec.is_right_to_left));
        mix(static_cast<std::size_t>(spec.has_tight_leading));
        return hash;
    }
};

} // namespace

struct Typesetter::Impl {
    explicit Impl(const CacheLimits& limits) : fonts(limits), paragraphs(limits.max_paragraphs) {}

    FontManager fonts;
    base::LruCache<TextSpec, std::shared_ptr<const Paragraph>, HashTextSpec> paragraphs;
    std::size_t request_count = 0;
};

Typesetter::Typesetter(const CacheLimits& limits) : impl_(std::make_unique<Impl>(limits)) {}

const std::vector<std::string>& Typesetter::warnings() const {
    return impl_->fonts.warnings();
}

Typesetter::~Typesetter() = default;

std::shared_ptr<const Paragraph> Typesetter::layout(const TextSpec& spec) {
    constexpr int min_em_px = 4;
    constexpr int max_em_px = 2000;
    ++impl_->request_count;
    if (const auto* cached = impl_->paragraphs.find(spec)) return *cached;
    TextSpec clamped = spec;
    clamped.em_px = std::clamp(spec.em_px, min_em_px, max_em_px);
    auto paragraph = std::make_shared<const Paragraph>(layout_paragraph(clamped, impl_->fonts));
    if (spec.text.size() <= max_cached_bytes) impl_->paragraphs.insert(spec, paragraph);
    return paragraph;
}

std::size_t Typesetter::request_count() const {
    return impl_->request_count;
}

SurfacePtr Typesetter::render_line(const Line& line, SDL_Color color, int& offset_x,
                                   int& offset_y) {
    return text::render_line(line, color, impl_->fonts, offset_x, offset_y);
}

bool Typesetter::has_glyph(char32_t code_point, Face face) {
    const CodePoint wanted = code_point;
    FontManager& fonts = impl_->fonts;
    return fonts.find_file({&wanted, 1}, script_of(wanted), fonts.fallback_chain(face, ""))
        .has_value();
}

void Typesetter::clear_cache() {
    impl_->paragraphs.clear();
    impl_->fonts.forget_widths();
}

} // namespace text
