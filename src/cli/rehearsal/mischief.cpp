#include "cli/rehearsal/mischief.hpp"

#include <limits>
#include <vector>

namespace cli {

namespace {

constexpr SDL_FingerID fingers = 10;
constexpr SDL_TouchID devices[] = {0, 1, std::numeric_limits<SDL_TouchID>::max()};

SDL_Event event_of(Uint32 type) {
    SDL_Event event{};
    event.type = type;
    return event;
}

} // namespace

std::size_t Mischief::happen(Station& station) {
    struct Kind {
        std::size_t share; // of all that happens
        std::size_t (Mischief::*happen)(Station&);
    };
    static constexpr Kind kinds[] = {
        {300, &Mischief::tap},   {60, &Mischief::drag},      {5, &Mischief::palm},   {20, &Mischief::finger},
        {120, &Mischief::key},   {40, &Mischief::wheel},     {60, &Mischief::mouse}, {40, &Mischief::words},
        {30, &Mischief::window}, {30, &Mischief::something}, {1, &Mischief::resize}, {10, &Mischief::staff},
        {200, &Mischief::time}};
    std::size_t all = 0;
    for (const Kind& kind : kinds) all += kind.share;
    std::size_t drawn = dice_.below(all);
    const Kind* kind = kinds;
    while (drawn >= kind->share) drawn -= (kind++)->share;
    return (this->*kind->happen)(station);
}

float Mischief::nonsense() {
    using Limits = std::numeric_limits<float>;
    static constexpr float all[] = {Limits::quiet_NaN(),
                                    Limits::infinity(),
                                    -Limits::infinity(),
                                    Limits::max(),
                                    -Limits::max(),
                                    -1,
                                    2,
                                    -0.0F,
                                    Limits::denorm_min()};
    return dice_.of(all);
}

SDL_FPoint Mischief::somewhere(const ui::Kiosk& kiosk) {
    if (dice_.one_in(30)) return {nonsense(), nonsense()};
    std::vector<ui::Rect> targets;
    for (const ui::Node& node : kiosk.outline())
        if (node.event && node.visible().h > 0) targets.push_back(node.visible());
    if (targets.empty() || dice_.one_in(4))
        return {static_cast<float>(dice_.share()), static_cast<float>(dice_.share())};
    const ui::Rect on = dice_.of(targets);
    const ui::Panel& panel = kiosk.theme().panel();
    return {static_cast<float>((on.x + on.w * dice_.share()) / panel.width_px),
            static_cast<float>((on.y + on.h * dice_.share()) / panel.height_px)};
}

SDL_FingerID Mischief::any_finger() {
    return static_cast<SDL_FingerID>(dice_.below(fingers));
}

SDL_Event Mischief::touch(Uint32 type, SDL_FingerID finger, SDL_FPoint at) {
    SDL_Event event = event_of(type);
    event.tfinger.touchId = devices[0];
    event.tfinger.fingerId = finger;
    event.tfinger.x = at.x;
    event.tfinger.y = at.y;
    event.tfinger.pressure = dice_.one_in(20) ? nonsense() : 1;
    return event;
}

std::size_t Mischief::tap(Station& station) {
    const SDL_FPoint at = somewhere(station.kiosk());
    const SDL_FingerID finger = dice_.one_in(10) ? any_finger() : 0;
    Station::push(touch(SDL_FINGERDOWN, finger, at));
    if (dice_.one_in(2)) station.turn();
    if (dice_.one_in(2)) station.wait(session::Instant{dice_.below(150)});
    if (dice_.one_in(50)) return 1; // its device is unplugged before it lifts
    Station::push(touch(SDL_FINGERUP, finger, at));
    return 2;
}

std::size_t Mischief::drag(Station& station) {
    SDL_FPoint at = somewhere(station.kiosk());
    const auto across = static_cast<float>(dice_.share() - 0.5) / 20,
               down = static_cast<float>(dice_.share() - 0.5) / 5;
    Station::push(touch(SDL_FINGERDOWN, 0, at));
    const std::size_t moves = dice_.below(20);
    for (std::size_t i = 0; i < moves; ++i) {
        at.x += across, at.y += down; // soon off the screen
        Station::push(touch(SDL_FINGERMOTION, 0, at));
        if (dice_.one_in(3)) station.wait(session::Instant{dice_.below(20)});
    }
    if (dice_.one_in(20)) return moves + 1;
    Station::push(touch(SDL_FINGERUP, 0, at));
    return moves + 2;
}

std::size_t Mischief::palm(Station& station) {
    const SDL_FPoint at = somewhere(station.kiosk());
    std::size_t count = 0;
    for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERMOTION, SDL_FINGERUP}) {
        for (SDL_FingerID finger = 0; finger < fingers; ++finger) {
            const SDL_FPoint by{at.x + static_cast<float>(dice_.share()) / 10,
                                at.y + static_cast<float>(dice_.share()) / 10};
            Station::push(touch(type, finger, by));
            ++count;
        }
    }
    return count;
}

std::size_t Mischief::finger(Station& station) {
    constexpr Uint32 types[] = {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERUP};
    SDL_Event event = touch(dice_.of(types), any_finger(), somewhere(station.kiosk()));
    event.tfinger.touchId = dice_.of(devices);
    Station::push(event);
    return 1;
}

std::size_t Mischief::key(Station&) {
    constexpr SDL_Keycode walking[] = {SDLK_TAB,    SDLK_LEFT,   SDLK_RIGHT, SDLK_UP,        SDLK_DOWN,
                                       SDLK_RETURN, SDLK_ESCAPE, SDLK_SPACE, SDLK_BACKSPACE, SDLK_HOME};
    SDL_Event event = event_of(dice_.one_in(3) ? SDL_KEYUP : SDL_KEYDOWN);
    event.key.keysym.scancode = static_cast<SDL_Scancode>(dice_.below(SDL_NUM_SCANCODES));
    event.key.keysym.sym =
        dice_.one_in(2) ? dice_.of(walking) : SDL_GetKeyFromScancode(event.key.keysym.scancode);
    if (dice_.one_in(4)) event.key.keysym.mod = static_cast<Uint16>(dice_.below(0x10000));
    event.key.repeat = dice_.one_in(4) ? 1 : 0;
    Station::push(event);
    return 1;
}

std::size_t Mischief::wheel(Station&) {
    SDL_Event event = event_of(SDL_MOUSEWHEEL);
    event.wheel.preciseY = dice_.one_in(10) ? nonsense() : static_cast<float>(dice_.share() * 6 - 3);
    event.wheel.preciseX = nonsense();
    Station::push(event);
    return 1;
}

std::size_t Mischief::mouse(Station& station) {
    constexpr Uint32 types[] = {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP};
    const SDL_FPoint at = somewhere(station.kiosk());
    const ui::Panel& panel = station.kiosk().theme().panel();
    const auto pixel = [](float share, int side) {
        return share >= -1 && share <= 2 ? static_cast<Sint32>(share * static_cast<float>(side))
                                         : std::numeric_limits<Sint32>::max();
    };
    SDL_Event event = event_of(dice_.of(types));
    const Uint32 device = dice_.one_in(4) ? SDL_TOUCH_MOUSEID : 0;
    if (event.type == SDL_MOUSEMOTION) {
        event.motion.which = device;
        event.motion.x = pixel(at.x, panel.width_px), event.motion.y = pixel(at.y, panel.height_px);
    } else {
        event.button.which = device;
        event.button.button = static_cast<Uint8>(dice_.one_in(3) ? dice_.below(256) : SDL_BUTTON_LEFT);
        event.button.clicks = static_cast<Uint8>(dice_.below(4));
        event.button.x = pixel(at.x, panel.width_px), event.button.y = pixel(at.y, panel.height_px);
    }
    Station::push(event);
    return 1;
}

std::size_t Mischief::words(Station&) {
    SDL_Event event = event_of(dice_.one_in(2) ? SDL_TEXTINPUT : SDL_TEXTEDITING);
    char* text = event.type == SDL_TEXTINPUT ? event.text.text : event.edit.text;
    for (std::size_t i = dice_.below(SDL_TEXTINPUTEVENT_TEXT_SIZE); i > 0; --i)
        *text++ = static_cast<char>(dice_.below(256));
    Station::push(event);
    return 1;
}

std::size_t Mischief::window(Station& station) {
    constexpr int anything = 1 << 20;
    SDL_Event event = event_of(SDL_WINDOWEVENT);
    event.window.event = static_cast<Uint8>(dice_.below(SDL_WINDOWEVENT_DISPLAY_CHANGED + 2));
    if (event.window.event == SDL_WINDOWEVENT_CLOSE && !station.is_full_screen())
        return 0; // a window on a desk may be closed
    event.window.data1 = static_cast<Sint32>(dice_.below(2 * anything)) - anything;
    event.window.data2 = static_cast<Sint32>(dice_.below(2 * anything)) - anything;
    Station::push(event);
    return 1;
}

// Events that carry nothing of use to a kiosk. What they point to is never looked at, and stays null.
std::size_t Mischief::something(Station&) {
    static constexpr Uint32 types[] = {SDL_APP_LOWMEMORY,
                                       SDL_APP_WILLENTERBACKGROUND,
                                       SDL_APP_DIDENTERBACKGROUND,
                                       SDL_APP_TERMINATING,
                                       SDL_APP_DIDENTERFOREGROUND,
                                       SDL_LOCALECHANGED,
                                       SDL_DISPLAYEVENT,
                                       SDL_KEYMAPCHANGED,
                                       SDL_TEXTEDITING_EXT,
                                       SDL_JOYAXISMOTION,
                                       SDL_JOYBUTTONDOWN,
                                       SDL_JOYDEVICEADDED,
                                       SDL_JOYDEVICEREMOVED,
                                       SDL_CONTROLLERBUTTONDOWN,
                                       SDL_CONTROLLERDEVICEADDED,
                                       SDL_CONTROLLERDEVICEREMOVED,
                                       SDL_DOLLARGESTURE,
                                       SDL_DOLLARRECORD,
                                       SDL_MULTIGESTURE,
                                       SDL_CLIPBOARDUPDATE,
                                       SDL_DROPFILE,
                                       SDL_DROPTEXT,
                                       SDL_DROPBEGIN,
                                       SDL_DROPCOMPLETE,
                                       SDL_AUDIODEVICEADDED,
                                       SDL_AUDIODEVICEREMOVED,
                                       SDL_SENSORUPDATE,
                                       SDL_RENDER_TARGETS_RESET,
                                       SDL_RENDER_DEVICE_RESET};
    const Uint32 type = dice_.of(types);
    Station::push(event_of(type));
    return 1;
}

std::size_t Mischief::resize(Station& station) {
    if (station.is_full_screen()) return 0;
    constexpr int least = 200, most = 1600;
    const auto side = [this] { return least + static_cast<int>(dice_.below(most - least)); };
    station.resize(side(), side());
    return 1;
}

// The four corners, and then the PIN, or a wrong one, or whatever comes.
std::size_t Mischief::staff(Station& station) {
    constexpr SDL_FPoint corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const SDL_FingerID finger = any_finger();
    std::size_t count = 0;
    for (const SDL_FPoint& corner : corners) {
        for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP})
            Station::push(touch(type, finger, corner)), ++count;
        station.wait(session::Instant{dice_.below(900)});
    }
    if (dice_.one_in(3)) return count;
    return count + type_pin(station, dice_.one_in(4) ? "1397" : "2580");
}

// As far as the pad is there.
std::size_t Mischief::type_pin(Station& station, std::string_view pin) {
    std::size_t count = 0;
    const auto press = [&](const session::Event& event) {
        for (const ui::Node& node : station.kiosk().outline()) {
            if (node.event != event) continue;
            const ui::Panel& panel = station.kiosk().theme().panel();
            const SDL_FPoint at{static_cast<float>((node.rect.x + node.rect.w / 2) / panel.width_px),
                                static_cast<float>((node.rect.y + node.rect.h / 2) / panel.height_px)};
            for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP}) Station::push(touch(type, 0, at)), ++count;
            return station.turn();
        }
    };
    for (const char digit : pin) press(session::TypeDigit{digit});
    press(session::TryPin{});
    while (station.kiosk().pin_to_check() != nullptr && station.fault().empty()) station.turn();
    return count;
}

std::size_t Mischief::time(Station& station) {
    constexpr int seconds_in_a_day = 86'400;
    if (dice_.one_in(20)) {
        const auto second = static_cast<int>(dice_.below(seconds_in_a_day));
        station.set_wall({second / 3600, second / 60 % 60, second % 60, static_cast<int>(dice_.below(7)),
                          1 + static_cast<int>(dice_.below(31)), 1 + static_cast<int>(dice_.below(12)),
                          2026 + static_cast<int>(dice_.below(3))});
    }
    if (dice_.one_in(200))
        station.sleep(std::chrono::minutes{dice_.below(6000)});
    else if (dice_.one_in(100))
        station.oversleep(std::chrono::seconds{dice_.below(600)});
    else if (dice_.one_in(40))
        station.wait(std::chrono::seconds{50 + dice_.below(40)});
    else
        station.wait(session::Instant{dice_.below(300)});
    return 1;
}

} // namespace cli
