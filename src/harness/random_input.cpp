#include "harness/random_input.hpp"

#include <limits>
#include <vector>

namespace harness {

namespace {

constexpr SDL_FingerID finger_count = 10;
constexpr SDL_TouchID touch_devices[] = {0, 1, std::numeric_limits<SDL_TouchID>::max()};

SDL_Event event_of(Uint32 type) {
    SDL_Event event{};
    event.type = type;
    return event;
}

} // namespace

std::size_t RandomInput::inject(SimulatedKiosk& simulation) {
    struct WeightedAction {
        std::size_t weight; // relative to the sum of all weights
        std::size_t (RandomInput::*action)(SimulatedKiosk&);
    };
    static constexpr WeightedAction actions[] = {
        {300, &RandomInput::tap},   {60, &RandomInput::drag},
        {5, &RandomInput::palm},    {20, &RandomInput::finger},
        {120, &RandomInput::key},   {40, &RandomInput::wheel},
        {60, &RandomInput::mouse},  {40, &RandomInput::text_input},
        {30, &RandomInput::window}, {30, &RandomInput::unused_event},
        {1, &RandomInput::resize},  {10, &RandomInput::staff},
        {200, &RandomInput::time}};
    std::size_t total = 0;
    for (const WeightedAction& entry : actions) total += entry.weight;
    std::size_t drawn = random_.below(total);
    const WeightedAction* entry = actions;
    while (drawn >= entry->weight) drawn -= (entry++)->weight;
    return (this->*entry->action)(simulation);
}

float RandomInput::invalid_float() {
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
    return random_.pick(all);
}

SDL_FPoint RandomInput::random_point(const ui::Kiosk& kiosk) {
    if (random_.one_in(30)) return {invalid_float(), invalid_float()};
    std::vector<render::Rect> targets;
    for (const ui::OutlineNode& node : kiosk.outline())
        if (node.event && node.visible_rect().h > 0) targets.push_back(node.visible_rect());
    if (targets.empty() || random_.one_in(4))
        return {static_cast<float>(random_.unit()), static_cast<float>(random_.unit())};
    const render::Rect rect = random_.pick(targets);
    const ui::Panel& panel = kiosk.theme().panel();
    return {static_cast<float>((rect.x + rect.w * random_.unit()) / panel.width_px),
            static_cast<float>((rect.y + rect.h * random_.unit()) / panel.height_px)};
}

SDL_FingerID RandomInput::any_finger() {
    return static_cast<SDL_FingerID>(random_.below(finger_count));
}

SDL_Event RandomInput::touch(Uint32 type, SDL_FingerID finger, SDL_FPoint position) {
    SDL_Event event = event_of(type);
    event.tfinger.touchId = touch_devices[0];
    event.tfinger.fingerId = finger;
    event.tfinger.x = position.x;
    event.tfinger.y = position.y;
    event.tfinger.pressure = random_.one_in(20) ? invalid_float() : 1;
    return event;
}

std::size_t RandomInput::tap(SimulatedKiosk& simulation) {
    const SDL_FPoint at = random_point(simulation.kiosk());
    const SDL_FingerID finger = random_.one_in(10) ? any_finger() : 0;
    SimulatedKiosk::push(touch(SDL_FINGERDOWN, finger, at));
    if (random_.one_in(2)) simulation.run_pending();
    if (random_.one_in(2)) simulation.advance(base::Duration{random_.below(150)});
    if (random_.one_in(50)) return 1; // its cable is pulled before the release
    SimulatedKiosk::push(touch(SDL_FINGERUP, finger, at));
    return 2;
}

std::size_t RandomInput::drag(SimulatedKiosk& simulation) {
    SDL_FPoint at = random_point(simulation.kiosk());
    const auto step_x = static_cast<float>(random_.unit() - 0.5) / 20,
               step_y = static_cast<float>(random_.unit() - 0.5) / 5;
    SimulatedKiosk::push(touch(SDL_FINGERDOWN, 0, at));
    const std::size_t moves = random_.below(20);
    for (std::size_t i = 0; i < moves; ++i) {
        at.x += step_x, at.y += step_y; // may leave the screen
        SimulatedKiosk::push(touch(SDL_FINGERMOTION, 0, at));
        if (random_.one_in(3)) simulation.advance(base::Duration{random_.below(20)});
    }
    if (random_.one_in(20)) return moves + 1;
    SimulatedKiosk::push(touch(SDL_FINGERUP, 0, at));
    return moves + 2;
}

std::size_t RandomInput::palm(SimulatedKiosk& simulation) {
    const SDL_FPoint at = random_point(simulation.kiosk());
    std::size_t count = 0;
    for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERMOTION, SDL_FINGERUP}) {
        for (SDL_FingerID finger = 0; finger < finger_count; ++finger) {
            const SDL_FPoint position{at.x + static_cast<float>(random_.unit()) / 10,
                                      at.y + static_cast<float>(random_.unit()) / 10};
            SimulatedKiosk::push(touch(type, finger, position));
            ++count;
        }
    }
    return count;
}

std::size_t RandomInput::finger(SimulatedKiosk& simulation) {
    constexpr Uint32 types[] = {SDL_FINGERDOWN, SDL_FINGERMOTION, SDL_FINGERUP};
    SDL_Event event = touch(random_.pick(types), any_finger(), random_point(simulation.kiosk()));
    event.tfinger.touchId = random_.pick(touch_devices);
    SimulatedKiosk::push(event);
    return 1;
}

std::size_t RandomInput::key(SimulatedKiosk&) {
    constexpr SDL_Keycode navigation_keys[] = {
        SDLK_TAB,   SDLK_LEFT,      SDLK_RIGHT, SDLK_UP,   SDLK_DOWN,  SDLK_RETURN, SDLK_ESCAPE,
        SDLK_SPACE, SDLK_BACKSPACE, SDLK_HOME,  SDLK_PLUS, SDLK_MINUS, SDLK_F1};
    SDL_Event event = event_of(random_.one_in(3) ? SDL_KEYUP : SDL_KEYDOWN);
    event.key.keysym.scancode = static_cast<SDL_Scancode>(random_.below(SDL_NUM_SCANCODES));
    event.key.keysym.sym = random_.one_in(2) ? random_.pick(navigation_keys)
                                             : SDL_GetKeyFromScancode(event.key.keysym.scancode);
    if (random_.one_in(4)) event.key.keysym.mod = static_cast<Uint16>(random_.below(0x10000));
    event.key.repeat = random_.one_in(4) ? 1 : 0;
    SimulatedKiosk::push(event);
    return 1;
}

std::size_t RandomInput::wheel(SimulatedKiosk&) {
    SDL_Event event = event_of(SDL_MOUSEWHEEL);
    event.wheel.preciseY =
        random_.one_in(10) ? invalid_float() : static_cast<float>(random_.unit() * 6 - 3);
    event.wheel.preciseX = invalid_float();
    SimulatedKiosk::push(event);
    return 1;
}

std::size_t RandomInput::mouse(SimulatedKiosk& simulation) {
    constexpr Uint32 types[] = {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP};
    const SDL_FPoint at = random_point(simulation.kiosk());
    const ui::Panel& panel = simulation.kiosk().theme().panel();
    const auto pixel = [](float fraction, int side) {
        return fraction >= -1 && fraction <= 2
                   ? static_cast<Sint32>(fraction * static_cast<float>(side))
                   : std::numeric_limits<Sint32>::max();
    };
    SDL_Event event = event_of(random_.pick(types));
    const Uint32 device = random_.one_in(4) ? SDL_TOUCH_MOUSEID : 0;
    if (event.type == SDL_MOUSEMOTION) {
        event.motion.which = device;
        event.motion.x = pixel(at.x, panel.width_px), event.motion.y = pixel(at.y, panel.height_px);
    } else {
        event.button.which = device;
        event.button.button =
            static_cast<Uint8>(random_.one_in(3) ? random_.below(256) : SDL_BUTTON_LEFT);
        event.button.clicks = static_cast<Uint8>(random_.below(4));
        event.button.x = pixel(at.x, panel.width_px), event.button.y = pixel(at.y, panel.height_px);
    }
    SimulatedKiosk::push(event);
    return 1;
}

std::size_t RandomInput::text_input(SimulatedKiosk&) {
    SDL_Event event = event_of(random_.one_in(2) ? SDL_TEXTINPUT : SDL_TEXTEDITING);
    char* text = event.type == SDL_TEXTINPUT ? event.text.text : event.edit.text;
    for (std::size_t i = random_.below(SDL_TEXTINPUTEVENT_TEXT_SIZE); i > 0; --i)
        *text++ = static_cast<char>(random_.below(256));
    SimulatedKiosk::push(event);
    return 1;
}

std::size_t RandomInput::window(SimulatedKiosk& simulation) {
    constexpr int max_magnitude = 1 << 20;
    SDL_Event event = event_of(SDL_WINDOWEVENT);
    event.window.event = static_cast<Uint8>(random_.below(SDL_WINDOWEVENT_DISPLAY_CHANGED + 2));
    if (event.window.event == SDL_WINDOWEVENT_CLOSE && !simulation.is_full_screen())
        return 0; // a window on a desktop may be closed
    event.window.data1 = static_cast<Sint32>(random_.below(2 * max_magnitude)) - max_magnitude;
    event.window.data2 = static_cast<Sint32>(random_.below(2 * max_magnitude)) - max_magnitude;
    SimulatedKiosk::push(event);
    return 1;
}

// Events that the kiosk ignores. Their pointers stay null, because they are never read.
std::size_t RandomInput::unused_event(SimulatedKiosk&) {
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
    const Uint32 type = random_.pick(types);
    SimulatedKiosk::push(event_of(type));
    return 1;
}

std::size_t RandomInput::resize(SimulatedKiosk& simulation) {
    if (simulation.is_full_screen()) return 0;
    constexpr int min_side = 200, max_side = 1600;
    const auto side = [this] {
        return min_side + static_cast<int>(random_.below(max_side - min_side));
    };
    simulation.resize(side(), side());
    return 1;
}

// Touches the four corners. Then it enters the PIN or a wrong one, or leaves the PIN pad to the
// following input.
std::size_t RandomInput::staff(SimulatedKiosk& simulation) {
    constexpr SDL_FPoint corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    const SDL_FingerID finger = any_finger();
    std::size_t count = 0;
    for (const SDL_FPoint& corner : corners) {
        for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP})
            SimulatedKiosk::push(touch(type, finger, corner)), ++count;
        simulation.advance(base::Duration{random_.below(900)});
    }
    if (random_.one_in(3)) return count;
    return count + enter_pin(simulation, random_.one_in(4) ? "1397" : "2580");
}

// Presses the keys of the PIN pad that are on the screen, and waits for the result.
std::size_t RandomInput::enter_pin(SimulatedKiosk& simulation, std::string_view pin) {
    std::size_t count = 0;
    const auto press = [&](const session::Event& event) {
        for (const ui::OutlineNode& node : simulation.kiosk().outline()) {
            if (node.event != event) continue;
            const ui::Panel& panel = simulation.kiosk().theme().panel();
            const SDL_FPoint center{
                static_cast<float>((node.rect.x + node.rect.w / 2) / panel.width_px),
                static_cast<float>((node.rect.y + node.rect.h / 2) / panel.height_px)};
            for (const Uint32 type : {SDL_FINGERDOWN, SDL_FINGERUP})
                SimulatedKiosk::push(touch(type, 0, center)), ++count;
            return simulation.run_pending();
        }
    };
    for (const char digit : pin) press(session::TypeDigit{digit});
    press(session::SubmitPin{});
    const auto is_verifying = [&] {
        const auto& staff = simulation.kiosk().state().staff;
        return staff && staff->is_verifying;
    };
    while (is_verifying() && simulation.violation().empty()) simulation.run_pending();
    return count;
}

std::size_t RandomInput::time(SimulatedKiosk& simulation) {
    if (random_.one_in(20)) {
        using namespace std::chrono;
        const days day{static_cast<int>(random_.below(3 * 365))};
        const seconds time{static_cast<int>(random_.below(24 * 60 * 60))};
        simulation.set_local_time(local_days{2026y / January / 1} + day + time);
    }
    if (random_.one_in(200))
        simulation.suspend(std::chrono::minutes{random_.below(6000)});
    else if (random_.one_in(100))
        simulation.advance_while_blocked(std::chrono::seconds{random_.below(600)});
    else if (random_.one_in(40))
        simulation.advance(std::chrono::seconds{50 + random_.below(40)});
    else
        simulation.advance(base::Duration{random_.below(300)});
    return 1;
}

} // namespace harness
