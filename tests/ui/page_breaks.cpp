// Where columns are divided into pages.
#include "ui/page_breaks.hpp"

#include <doctest/doctest.h>

#include <utility>
#include <vector>

namespace {

using Tops = std::vector<double>;

// Lines of 10 pixels without gaps.
ui::ColumnParts lines(int count) {
    ui::ColumnParts parts;
    for (int i = 0; i < count; ++i) parts.pieces.push_back({10.0 * i, 10.0 * i + 10});
    return parts;
}

Tops page_tops(ui::ColumnParts parts, double column_height, double first_page_height,
               double next_page_height) {
    Tops tops;
    for (const ui::VerticalSpan& page :
         ui::find_pages(std::move(parts), column_height, {first_page_height, next_page_height}))
        tops.push_back(page.top);
    return tops;
}

} // namespace

TEST_CASE("pages end between blocks, are as few as possible and about equally full") {
    ui::ColumnParts parts = lines(12);
    parts.block_tops = {0, 30, 70, 100};
    CHECK(page_tops(parts, 120, 120, 100) == Tops{0});
    CHECK(page_tops(parts, 120, 100, 100) == Tops{0, 70});
    CHECK(page_tops(parts, 120, 40, 100) == Tops{0, 30});
    CHECK(page_tops(parts, 120, 40, 40) == Tops{0, 30, 70, 100});
}

TEST_CASE("a full first page ends at the last block that fits, and the others are even") {
    ui::ColumnParts parts = lines(30);
    parts.block_tops = {0, 70, 100, 170, 200, 280};
    const auto tops = [&](double height) {
        Tops tops;
        for (const ui::VerticalSpan& page :
             ui::find_pages(parts, 300, {height, height}, ui::FirstPage::full))
            tops.push_back(page.top);
        return tops;
    };
    CHECK(tops(300) == Tops{0});
    CHECK(tops(285) == Tops{0, 280});
    CHECK(tops(110) == Tops{0, 100, 200});
    CHECK(tops(190) == Tops{0, 170});
}

TEST_CASE("a text is divided between its lines only if it is higher than a page") {
    ui::ColumnParts parts = lines(12);
    parts.block_tops = {0, 20};
    CHECK(page_tops(parts, 120, 100, 100) == Tops{0, 20});
    CHECK(page_tops(parts, 120, 90, 90) == Tops{0, 80});
}

TEST_CASE("a target is near enough to the end of its page") {
    ui::ColumnParts parts = lines(30);
    parts.target_tops = {100, 110};
    const auto bottoms = [&](double reach) {
        std::vector<double> bottoms;
        for (const ui::VerticalSpan& page : ui::find_pages(parts, 300, {200, 200, reach}))
            bottoms.push_back(page.bottom);
        return bottoms;
    };
    CHECK(bottoms(200) == std::vector<double>{180, 300});
    CHECK(bottoms(50) == std::vector<double>{140, 300});
    CHECK(bottoms(10) == std::vector<double>{110, 120, 300});
}

TEST_CASE("the gap before a block need not fit on the page") {
    ui::ColumnParts parts;
    parts.pieces = {{0, 80}, {120, 180}};
    parts.block_tops = {0, 120};
    CHECK(page_tops(parts, 180, 100, 100) == Tops{0, 120});
}

TEST_CASE("a page ends with its last block, and with the column if it is the last page") {
    ui::ColumnParts parts;
    parts.pieces = {{0, 80}, {120, 180}};
    parts.block_tops = {0, 120};
    const std::vector<ui::VerticalSpan> pages = ui::find_pages(parts, 190, {100, 100});
    REQUIRE(pages.size() == 2);
    CHECK(pages[0].bottom == 80);
    CHECK(pages[1].bottom == 190);
}

TEST_CASE("a page with a block that is too high ends between two lines") {
    CHECK(page_tops(lines(10), 100, 45, 45) == Tops{0, 40, 70});
    ui::ColumnParts beside =
        lines(10); // a second column, whose lines are between those of the first
    beside.pieces.push_back({15, 45});
    CHECK(page_tops(beside, 100, 45, 45) == Tops{0, 10, 50, 80});
}

TEST_CASE("a card is divided between sentences if its page would be rather empty without it") {
    ui::ColumnParts parts = lines(13);
    parts.sentence_tops = {90};
    parts.block_tops = {0, 30};
    CHECK(page_tops(parts, 130, 100, 100) == Tops{0, 90});
    parts.block_tops = {0, 60};
    CHECK(page_tops(parts, 130, 100, 100) == Tops{0, 60});
    parts = lines(20);
    parts.block_tops = {0};
    parts.sentence_tops = {40};
    CHECK(page_tops(parts, 200, 100, 200) == Tops{0, 40});
}

TEST_CASE("no line of a text is alone on a page, if there is another way") {
    ui::ColumnParts parts = lines(20);
    parts.single_line_tops = {10, 60, 110, 190}; // a text to 60, one from 100
    CHECK(page_tops(parts, 200, 65, 55) == Tops{0, 50, 100, 150});
    ui::ColumnParts moved;
    moved.append(parts, 0);
    CHECK(page_tops(moved, 200, 65, 55) == Tops{0, 50, 100, 150});
    parts.single_line_tops.clear();
    CHECK(page_tops(parts, 200, 65, 55) == Tops{0, 60, 110, 160});
    ui::ColumnParts two_lines = lines(4);
    two_lines.single_line_tops = {30};
    CHECK(page_tops(two_lines, 40, 20, 15) == Tops{0, 20, 30});
}

TEST_CASE("a page never begins with the lower edge of a card") {
    ui::ColumnParts parts = lines(8);
    parts.pieces.push_back({80, 82});
    CHECK(page_tops(parts, 82, 80, 80) == Tops{0, 60});
    parts.pieces.push_back({90, 100});
    parts.block_tops = {0, 88}; // a card, whose first line is lower
    CHECK(page_tops(parts, 100, 80, 80) == Tops{0, 70});
    CHECK(page_tops(parts, 100, 82, 80) == Tops{0, 88});
}

TEST_CASE("a page without lines ends at its height, and a page of no height has a pixel") {
    CHECK(page_tops({}, 100, 40, 30) == Tops{0, 40, 70});
    CHECK(page_tops({}, 4, 0, -5).size() == 3);
}

TEST_CASE("a page that begins within a part with a title has space for the title") {
    ui::ColumnParts parts = lines(16);
    parts.block_tops = {0, 40, 80, 120};
    CHECK(page_tops(parts, 160, 80, 80) == Tops{0, 80});
    // With the title of the part, the second page would be 95 high.
    parts.titled_parts = {{{40, 160}, 15}};
    CHECK(page_tops(parts, 160, 80, 80) == Tops{0, 80, 120});
    CHECK(page_tops(parts, 160, 80, 95) == Tops{0, 80});
    // A page that begins with the part has its title anyway.
    parts.titled_parts = {{{80, 160}, 15}};
    CHECK(page_tops(parts, 160, 80, 80) == Tops{0, 80});
    CHECK(ui::repeated_title_height(parts.titled_parts, 80) == 0);
    CHECK(ui::repeated_title_height(parts.titled_parts, 100) == 15);
    CHECK(ui::repeated_title_height(parts.titled_parts, 160) == 0);
}
