// Sends random input to the user interface with the shipped content, on several panels. A byte
// selects a touch, a key, a wheel step, a time span or another panel, and the following bytes are
// its parameters.
#include "content/load.hpp"
#include "fuzz/fuzz.hpp"
#include "harness/invariants.hpp"
#include "preview/offscreen_canvas.hpp"

#include <limits>

using namespace std::chrono_literals;

namespace {

std::shared_ptr<const content::Content> real_content() {
    const std::filesystem::path root = KIOSK_SOURCE;
    const auto loaded =
        content::load({root / "content.yaml", root / "tests/support/every-language.yaml",
                       root / "assets/translations"});
    fuzz::require(loaded.content != nullptr, "the content has errors");
    const auto every_day =
        content::OpeningHours{{true, true, true, true, true, true, true}, 2h, 4h};
    auto content = std::make_shared<content::Content>(*loaded.content);
    content->site.staff_pin = "enables the staff screens";
    content->site.hours = {every_day}; // the input starts one hour before
    return content;
}

ui::Panel panel(fuzz::Bytes& bytes) {
    static constexpr struct {
        int width;
        int height;
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
        switch (bytes_.below(12)) {
        case 0:
        case 1:
        case 2:
            tap();
            break;
        case 3:
            kiosk_.handle_touch({static_cast<ui::TouchPhase>(bytes_.below(3)), x(), y()}, now_);
            break;
        case 4:
            kiosk_.handle_key(static_cast<ui::Key>(bytes_.below(12)), now_);
            break;
        case 5:
            kiosk_.handle_wheel(bytes_.next() - 128, now_);
            break;
        case 6:
            advance(base::Duration{bytes_.next()});
            break;
        case 7:
            advance(std::chrono::seconds{bytes_.next()});
            break;
        case 8:
            kiosk_.resize(panel(bytes_), now_);
            break;
        case 9:
            kiosk_.set_audio_status({bytes_.below(4) > 0, {"en", "es"}}, now_);
            break;
        case 10:
            kiosk_.dispatch(session::SpeechFinished{}, now_);
            break;
        default:
            if (bytes_.below(4) == 0)
                enter_as_staff();
            else
                draw();
            break;
        }
        // Timeouts that are due change the state only in advance().
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

    // Taps one of the targets, so that a short input reaches many screens.
    void tap() {
        std::vector<render::Rect> targets;
        for (const ui::OutlineNode& node : kiosk_.outline())
            if (node.event && node.visible_rect().h > 0) targets.push_back(node.visible_rect());
        if (targets.empty()) return;
        const render::Rect& rect =
            targets[static_cast<std::size_t>(bytes_.below(static_cast<int>(targets.size())))];
        for (const ui::TouchPhase phase : {ui::TouchPhase::down, ui::TouchPhase::up}) {
            kiosk_.handle_touch({phase, rect.x + rect.w / 2, rect.y + rect.h / 2}, now_);
            now_.since_boot += base::Duration{40};
        }
    }

    // Opens the PIN pad with the corner gesture and enters a PIN, which is accepted two times out
    // of three.
    void enter_as_staff() {
        const double right = kiosk_.theme().panel().width_px - 1;
        const double bottom = kiosk_.theme().panel().height_px - 1;
        for (const auto& [x, y] :
             {std::pair{0.0, 0.0}, {right, 0.0}, {right, bottom}, {0.0, bottom}})
            for (const ui::TouchPhase phase : {ui::TouchPhase::down, ui::TouchPhase::up})
                kiosk_.handle_touch({phase, x, y}, now_);
        for (const char digit : {'2', '5', '8', '0'})
            kiosk_.dispatch(session::TypeDigit{digit}, now_);
        kiosk_.dispatch(session::SubmitPin{}, now_);
        for (const session::Effect& effect : kiosk_.take_effects())
            if (const auto* verify = std::get_if<session::VerifyPin>(&effect))
                kiosk_.dispatch(session::PinChecked{verify->pin, bytes_.below(3) > 0, {}}, now_);
    }

    void advance(base::Duration duration) {
        now_.since_boot += duration;
        now_.local_time = base::LocalTime{
            std::chrono::floor<std::chrono::seconds>(now_.since_boot.time_since_epoch())};
        kiosk_.advance(now_);
    }

    void draw() {
        const ui::Panel& panel = kiosk_.theme().panel();
        preview::OffscreenCanvas canvas(panel.width_px, panel.height_px);
        canvas.draw(kiosk_);
    }

    fuzz::Bytes& bytes_;
    base::ClockReading now_{base::Instant{std::chrono::hours{1}}, {}, {}};
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
