// Hands may do anything to the real content, on any panel: each byte is a touch, a key, a turn of the wheel,
// time that passes or another size, and those after it say where and how much.
#include "content/load.hpp"
#include "fuzz/fuzz.hpp"
#include "platform/offscreen.hpp"
#include "ui/fault.hpp"

#include <limits>

using namespace std::chrono_literals;

namespace {

std::shared_ptr<const content::Content> real_content() {
    const std::filesystem::path root = KIOSK_SOURCE;
    const auto loaded = content::load(
        {root / "content.yaml", root / "tests/support/every-language.yaml", root / "assets/translations"});
    fuzz::require(loaded.content != nullptr, "the content has errors");
    const auto every_day = content::OpenHours{{true, true, true, true, true, true, true}, 2h, 4h};
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

class Hands {
public:
    Hands(fuzz::Bytes& bytes, text::Typesetter& typesetter)
        : bytes_(bytes), kiosk_(content(), panel(bytes), typesetter, moment_) {}

    void act() {
        switch (bytes_.below(10)) {
        case 0:
        case 1:
        case 2:
            tap();
            break;
        case 3:
            kiosk_.touch({static_cast<ui::Contact>(bytes_.below(3)), x(), y()}, moment_);
            break;
        case 4:
            kiosk_.key(static_cast<ui::Key>(bytes_.below(9)), moment_);
            break;
        case 5:
            kiosk_.wheel(bytes_.next() - 128, moment_);
            break;
        case 6:
            pass(session::Instant{bytes_.next()});
            break;
        case 7:
            pass(std::chrono::seconds{bytes_.next()});
            break;
        case 8:
            kiosk_.resize(panel(bytes_), moment_);
            break;
        default:
            if (bytes_.below(4) == 0)
                enter_as_staff();
            else
                paint();
            break;
        }
        // Time that has come must be told before the State is asked for.
        kiosk_.pass(moment_);
        const std::string fault = ui::fault(kiosk_, moment_.now);
        fuzz::require(fault.empty(), fault);
    }

private:
    static std::shared_ptr<const content::Content> content() {
        static const auto content = real_content();
        return content;
    }

    double x() { return bytes_.share() * kiosk_.theme().panel().width_px; }
    double y() { return bytes_.share() * kiosk_.theme().panel().height_px; }

    // On one of the things to touch, so that few bytes lead far.
    void tap() {
        std::vector<ui::Rect> targets;
        for (const ui::Node& node : kiosk_.outline())
            if (node.event && node.visible().h > 0) targets.push_back(node.visible());
        if (targets.empty()) return;
        const ui::Rect& on = targets[static_cast<std::size_t>(bytes_.below(static_cast<int>(targets.size())))];
        for (const ui::Contact contact : {ui::Contact::down, ui::Contact::up}) {
            kiosk_.touch({contact, on.x + on.w / 2, on.y + on.h / 2}, moment_);
            moment_.now += session::Instant{40};
        }
    }

    // The corners, and a PIN that may be right.
    void enter_as_staff() {
        const double right = kiosk_.theme().panel().width_px - 1, bottom = kiosk_.theme().panel().height_px - 1;
        for (const auto& [x, y] : {std::pair{0.0, 0.0}, {right, 0.0}, {right, bottom}, {0.0, bottom}})
            for (const ui::Contact contact : {ui::Contact::down, ui::Contact::up})
                kiosk_.touch({contact, x, y}, moment_);
        for (const char digit : {'2', '5', '8', '0'}) kiosk_.event(session::TypeDigit{digit}, moment_);
        kiosk_.event(session::TryPin{}, moment_);
        if (kiosk_.pin_to_check() == nullptr) return;
        kiosk_.answer(std::vector<char>(*kiosk_.pin_to_check()), bytes_.below(3) > 0, moment_);
    }

    void pass(session::Instant span) {
        moment_.now += span;
        const auto minutes = static_cast<int>(moment_.now.count() / 60'000);
        moment_.wall.minute = minutes % 60, moment_.wall.hour = minutes / 60 % 24;
        kiosk_.pass(moment_);
    }

    void paint() {
        const ui::Panel& panel = kiosk_.theme().panel();
        platform::Offscreen picture(panel.width_px, panel.height_px);
        picture.paint(kiosk_);
    }

    fuzz::Bytes& bytes_;
    ui::Moment moment_{std::chrono::hours{1}, {}, {}};
    ui::Kiosk kiosk_;
};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static text::Typesetter typesetter;
    fuzz::Bytes bytes(data, std::min<std::size_t>(size, 200));
    Hands hands(bytes, typesetter);
    while (!bytes.empty()) hands.act();
    return 0;
}
