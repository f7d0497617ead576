// Hands may do anything to the real content, on any panel: each byte is a touch, a key, a turn of the wheel,
// time that passes or another size, and those after it say where and how much.
#include "content/load.hpp"
#include "fuzz/fuzz.hpp"
#include "preview/offscreen_canvas.hpp"
#include "harness/invariants.hpp"

#include <limits>

using namespace std::chrono_literals;

namespace {

std::shared_ptr<const content::Content> real_content() {
    const std::filesystem::path root = KIOSK_SOURCE;
    const auto loaded = content::load(
        {root / "content.yaml", root / "tests/support/every-language.yaml", root / "assets/translations"});
    fuzz::require(loaded.content != nullptr, "the content has errors");
    const auto every_day = content::OpeningHours{{true, true, true, true, true, true, true}, 2h, 4h};
    auto content = std::make_shared<content::Content>(*loaded.content);
    content->site.staff_pin = "there is a staff page";
    content->site.hours = {every_day}; // the hands start an hour before
    return content;
}

ui::Panel panel(fuzz::Bytes& bytes) {
    static constexpr struct {
        int width, height;
        double inches;
    } sizes[] = {{480, 800, 7}, {800, 480, 7}, {540, 960, 24}, {1280, 800, 10.1}, {200, 200, 15}};
    const auto& size = sizes[bytes.below(5)];
    return {size.width, size.height, size.inches, std::nullopt};
}

class FuzzedInput {
public:
    FuzzedInput(fuzz::Bytes& bytes, text::Typesetter& typesetter)
        : bytes_(bytes), kiosk_(content(), panel(bytes), typesetter, now_) {}

    void apply_next() {
        switch (bytes_.below(10)) {
        case 0:
        case 1:
        case 2:
            tap();
            break;
        case 3:
            kiosk_.handle_touch({static_cast<ui::TouchPhase>(bytes_.below(3)), x(), y()}, now_);
            break;
        case 4:
            kiosk_.handle_key(static_cast<ui::Key>(bytes_.below(9)), now_);
            break;
        case 5:
            kiosk_.handle_wheel(bytes_.next() - 128, now_);
            break;
        case 6:
            advance(base::Instant{bytes_.next()});
            break;
        case 7:
            advance(std::chrono::seconds{bytes_.next()});
            break;
        case 8:
            kiosk_.resize(panel(bytes_), now_);
            break;
        default:
            if (bytes_.below(4) == 0)
                enter_as_staff();
            else
                draw();
            break;
        }
        // Time that has come must be told before the State is asked for.
        kiosk_.advance(now_);
        const std::string violation = harness::find_screen_violation(kiosk_, now_.since_boot);
        fuzz::require(violation.empty(), violation);
    }

private:
    static std::shared_ptr<const content::Content> content() {
        static const auto content = real_content();
        return content;
    }

    double x() { return bytes_.unit() * kiosk_.theme().panel().width_px; }
    double y() { return bytes_.unit() * kiosk_.theme().panel().height_px; }

    // On one of the things to touch, so that few bytes lead far.
    void tap() {
        std::vector<render::Rect> targets;
        for (const ui::OutlineNode& node : kiosk_.outline())
            if (node.event && node.visible_rect().h > 0) targets.push_back(node.visible_rect());
        if (targets.empty()) return;
        const render::Rect& rect =
            targets[static_cast<std::size_t>(bytes_.below(static_cast<int>(targets.size())))];
        for (const ui::TouchPhase phase : {ui::TouchPhase::down, ui::TouchPhase::up}) {
            kiosk_.handle_touch({phase, rect.x + rect.w / 2, rect.y + rect.h / 2}, now_);
            now_.since_boot += base::Instant{40};
        }
    }

    // The corners, and a PIN that may be right.
    void enter_as_staff() {
        const double right = kiosk_.theme().panel().width_px - 1, bottom = kiosk_.theme().panel().height_px - 1;
        for (const auto& [x, y] : {std::pair{0.0, 0.0}, {right, 0.0}, {right, bottom}, {0.0, bottom}})
            for (const ui::TouchPhase phase : {ui::TouchPhase::down, ui::TouchPhase::up})
                kiosk_.handle_touch({phase, x, y}, now_);
        for (const char digit : {'2', '5', '8', '0'}) kiosk_.dispatch(session::TypeDigit{digit}, now_);
        kiosk_.dispatch(session::SubmitPin{}, now_);
        if (kiosk_.pin_to_check() == nullptr) return;
        kiosk_.answer(std::vector<char>(*kiosk_.pin_to_check()), bytes_.below(3) > 0, now_);
    }

    void advance(base::Instant duration) {
        now_.since_boot += duration;
        const auto minutes = static_cast<int>(now_.since_boot.count() / 60'000);
        now_.local_time.minute = minutes % 60, now_.local_time.hour = minutes / 60 % 24;
        kiosk_.advance(now_);
    }

    void draw() {
        const ui::Panel& panel = kiosk_.theme().panel();
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        canvas.draw(kiosk_);
    }

    fuzz::Bytes& bytes_;
    base::ClockReading now_{std::chrono::hours{1}, {}, {}};
    ui::Kiosk kiosk_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static text::Typesetter typesetter;
    fuzz::Bytes bytes(data, std::min<std::size_t>(size, 200));
    FuzzedInput input(bytes, typesetter);
    while (!bytes.empty()) input.apply_next();
    return 0;
}
