#include "speech/announcement.hpp"

#include "support/test_visitor.hpp"

#include <doctest/doctest.h>

using speech::Utterance;

namespace {

const std::vector<std::string> voices{"en", "es"};

// Returns what is said of the node that has this event.
std::vector<Utterance> announce(const session::Event& event, const std::string& screen,
                                const std::string& language) {
    const auto content = test::real_content();
    const auto kiosk = preview::open_screen(content, *preview::find_screen(*content, screen),
                                            {language}, {}, test::typesetter());
    const ui::Outline& outline = kiosk->outline();
    for (int i = 0; i < static_cast<int>(outline.size()); ++i) {
        if (outline[static_cast<std::size_t>(i)].event != event) continue;
        std::vector<Utterance> said = speech::announce_node(outline, *content, language, i, voices);
        for (Utterance& each : said) {
            CHECK(each.node == i);
            each.node = 0;
        }
        return said;
    }
    FAIL("no such node");
    return {};
}

std::string announce(session::Announcement announcement, const session::State& state) {
    const auto said = speech::announce(announcement, state, *test::real_content());
    REQUIRE(said.size() == 1);
    const std::string& language =
        state.spoken_language.empty() ? state.language : state.spoken_language;
    CHECK(said.front().language_code == (language.empty() ? "en" : language));
    return said.front().text;
}

} // namespace

TEST_CASE("a button is announced with what it is and its place") {
    CHECK(announce(session::OpenSection{"help"}, "home", "en") ==
          std::vector<Utterance>{
              {"Get help. Call, text, places near you, button, 10 of 20", "en", 0}});
    CHECK(announce(session::Hide{}, "home", "es").front().text ==
          "Ocultar pantalla, botón, 21 de 21");
}

TEST_CASE("a choice is announced by its name, and whether it is selected") {
    CHECK(announce(session::SetTextSize{1}, "display-settings", "en").front().text ==
          "Normal, choice, selected, 2 of 20");
    CHECK(announce(session::SetTextSize{2}, "display-settings", "en").front().text ==
          "Large, choice, 3 of 20");
}

TEST_CASE("the name of another language is said by its voice, and what it is by this one") {
    CHECK(announce(session::SelectLanguage{"es"}, "languages", "en") ==
          std::vector<Utterance>{{"Español", "es", 0}, {"choice, 3 of 14", "en", 0}});
}

TEST_CASE("a language without a voice is announced as such before it is chosen") {
    CHECK(
        announce(session::SelectLanguage{"my"}, "languages", "en") ==
        std::vector<Utterance>{{"A language that cannot be read aloud, choice, 5 of 14", "en", 0}});
    CHECK(announce(session::SelectLanguage{"ar"}, "languages", "es") ==
          std::vector<Utterance>{
              {"Un idioma que no se puede leer en voz alta, opción, 4 de 14", "es", 0}});
}

TEST_CASE("nothing is announced for a node that is not read") {
    const auto content = test::real_content();
    ui::Outline outline(1);
    outline.front().role = ui::Role::qr_code;
    outline.front().text = "tel:988";
    for (const int node : {-1, 0, 1})
        CHECK(speech::announce_node(outline, *content, "en", node, voices).empty());
}

TEST_CASE("what is not on the screen is said in the language of the visit") {
    session::State state;
    state.volume = 4;
    CHECK(announce(session::Announcement::volume, state) == "Volume 4 of 10");
    CHECK(announce(session::Announcement::speech_speed, state) == "Speed: Medium");
    CHECK(announce(session::Announcement::idle_question, state) ==
          "Are you still here? Press any key to go on. For your privacy, this page will close "
          "soon.");
    CHECK(announce(session::Announcement::welcome, state) ==
          "Hello. You can hear everything on this screen. Press down or up to hear one thing after "
          "the other. Press right or left to hear only the buttons. Press the middle key, or "
          "Enter, to choose a button, or to hear everything from there. To begin, press down.");
    state.language = "es";
    CHECK(announce(session::Announcement::volume, state) == "Volumen 4 de 10");
    CHECK(announce(session::Announcement::instructions, state).starts_with("Presiona abajo"));
}

TEST_CASE("after a language without a voice was chosen, the way back is said in the one before") {
    session::State state;
    state.language = "my";
    state.spoken_language = "en";
    CHECK(announce(session::Announcement::unspoken_language, state) ==
          "This language cannot be read aloud. To go back, press the middle key, or Enter.");
    state.spoken_language = "es";
    CHECK(announce(session::Announcement::unspoken_language, state).starts_with("Este idioma no"));
    CHECK(announce(session::Announcement::idle_question, state).starts_with("¿"));
}
