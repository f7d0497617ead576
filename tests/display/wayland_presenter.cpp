// Presents pictures on the surface of a fake compositor, which shows what is in shared memory.
#include "display/wayland_presenter.hpp"

#include "display/fake_compositor.hpp"
#include "text/surface.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <wayland-client.h>

namespace {

using display::Rotation;
using display::WaylandPresenter;
using test::FakeCompositor;
using test::FakePicture;

constexpr std::uint32_t red = 0xFF0000;
constexpr std::uint32_t green = 0x00FF00;
constexpr std::uint32_t blue = 0x0000FF;
constexpr std::uint32_t cleared = 0;

// A connection to the fake compositor, with a surface.
class Connection {
public:
    Connection() {
        static constexpr wl_registry_listener listener{
            [](void* compositor, wl_registry* registry, std::uint32_t name, const char* interface,
               std::uint32_t) {
                if (std::string_view(interface) == wl_compositor_interface.name)
                    *static_cast<wl_compositor**>(compositor) = static_cast<wl_compositor*>(
                        wl_registry_bind(registry, name, &wl_compositor_interface, 4));
            },
            [](void*, wl_registry*, std::uint32_t) {}};
        wl_registry* registry = wl_display_get_registry(display_);
        wl_registry_add_listener(registry, &listener, &compositor_);
        wl_display_roundtrip(display_);
        wl_registry_destroy(registry);
        surface_ = wl_compositor_create_surface(compositor_);
    }
    ~Connection() {
        wl_surface_destroy(surface_);
        wl_compositor_destroy(compositor_);
        wl_display_disconnect(display_);
    }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    wl_display* display() const { return display_; }
    wl_surface* surface() const { return surface_; }

private:
    wl_display* display_ = wl_display_connect(nullptr);
    wl_compositor* compositor_ = nullptr;
    wl_surface* surface_ = nullptr;
};

text::SurfacePtr make_canvas(const FakePicture& picture) {
    text::SurfacePtr canvas(SDL_CreateRGBSurfaceWithFormat(0, picture.width, picture.height, 32,
                                                           SDL_PIXELFORMAT_RGB888));
    auto next = picture.pixels.begin();
    for (int y = 0; y < picture.height; ++y)
        for (Uint32& pixel : text::pixel_row(*canvas, y)) pixel = *next++;
    return canvas;
}

FakePicture filled(int width, int height, std::uint32_t color) {
    return {width, height,
            std::vector<std::uint32_t>(static_cast<std::size_t>(width * height), color)};
}

void present(WaylandPresenter& presenter, const FakePicture& picture) {
    presenter.present(Rotation::none, *make_canvas(picture));
}

} // namespace

TEST_CASE("a Wayland display shows the picture that was presented last, in every rotation") {
    FakeCompositor compositor;
    const Connection connection;
    WaylandPresenter presenter(connection.display(), connection.surface());
    const text::SurfacePtr canvas = make_canvas({2, 1, {red, green}});
    presenter.present(Rotation::none, *canvas);
    CHECK(compositor.wait_until_shown({2, 1, {red, green}}));
    presenter.present(Rotation::clockwise_90, *canvas);
    CHECK(compositor.wait_until_shown({1, 2, {red, green}}));
    presenter.present(Rotation::clockwise_180, *canvas);
    CHECK(compositor.wait_until_shown({2, 1, {green, red}}));
    presenter.present(Rotation::clockwise_270, *canvas);
    CHECK(compositor.wait_until_shown({1, 2, {green, red}}));
}

TEST_CASE("pictures are shown although the display releases no buffer") {
    FakeCompositor compositor;
    const Connection connection;
    WaylandPresenter presenter(connection.display(), connection.surface());
    for (std::uint32_t color = 1; color <= 6; ++color) {
        present(presenter, filled(3, 2, color));
        CHECK(compositor.wait_until_shown(filled(3, 2, color)));
    }
}

TEST_CASE("buffers that the display releases are used again, at most three") {
    FakeCompositor compositor;
    const Connection connection;
    WaylandPresenter presenter(connection.display(), connection.surface());
    for (std::uint32_t color = 1; color <= 20; ++color) {
        present(presenter, filled(3, 2, color));
        CHECK(compositor.wait_until_shown(filled(3, 2, color)));
        compositor.release_buffers();
    }
    CHECK(compositor.shared_buffers().size() <= 3);
}

TEST_CASE("after old buffers are overwritten, shared memory has the last picture only") {
    FakeCompositor compositor;
    const Connection connection;
    WaylandPresenter presenter(connection.display(), connection.surface());
    presenter.overwrite_old_buffers(); // nothing was presented
    SUBCASE("the display still reads all buffers") {
        for (const std::uint32_t color : {red, green, blue})
            present(presenter, filled(4, 4, color));
    }
    SUBCASE("the display has released the older ones") {
        for (const std::uint32_t color : {red, green}) present(presenter, filled(4, 4, color));
        REQUIRE(compositor.wait_until_shown(filled(4, 4, green)));
        compositor.release_buffers();
        present(presenter, filled(4, 4, blue));
    }
    REQUIRE(compositor.wait_until_shown(filled(4, 4, blue)));
    CHECK(compositor.shared_buffers().size() >= 2);
    presenter.overwrite_old_buffers();
    for (const FakePicture& picture : compositor.shared_buffers())
        CHECK(picture == filled(4, 4, blue));
}

TEST_CASE("old buffers of another size are cleared, since the last picture does not fit in them") {
    FakeCompositor compositor;
    const Connection connection;
    WaylandPresenter presenter(connection.display(), connection.surface());
    present(presenter, filled(4, 4, red));
    present(presenter, filled(2, 2, blue));
    REQUIRE(compositor.wait_until_shown(filled(2, 2, blue)));
    presenter.overwrite_old_buffers();
    for (const FakePicture& picture : compositor.shared_buffers()) {
        const bool is_expected = picture == filled(2, 2, blue) || picture == filled(4, 4, cleared);
        CHECK(is_expected);
    }
}

TEST_CASE("a Wayland display without shared memory is an error") {
    const FakeCompositor compositor({.has_shared_memory = false});
    const Connection connection;
    CHECK_THROWS_WITH(WaylandPresenter(connection.display(), connection.surface()),
                      "the display does not support shared memory");
}
