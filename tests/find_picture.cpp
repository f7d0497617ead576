// Looks for a page that was on a display in the memory of running programs: find-picture HOME PAGE PROCESS...
// HOME and PAGE are what Xvfb keeps of its screen with -fbdir, in XWD format. Of each process one line: how
// many of the pieces that only PAGE shows are in its memory, and of how many. Ends with 1 when something cannot
// be read.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::size_t piece_width = 32; // pixels

using Pixels = std::vector<std::uint32_t>; // without their highest byte, which means nothing
constexpr std::uint32_t color_bits = 0xffffff;

struct Picture {
    std::size_t width = 0, height = 0;
    Pixels pixels;
};

Picture read_picture(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto field = [&bytes](std::size_t index) { // of the header, most significant byte first
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes.at(index * 4 + i));
        return value;
    };
    constexpr std::size_t header_size = 0, width = 4, height = 5, bits_per_pixel = 11, row_bytes = 12,
                          colors = 19;
    constexpr std::size_t color_bytes = 12;
    if (field(bits_per_pixel) != 32) throw std::runtime_error(path + ": not a picture of 32 bits a pixel");
    Picture picture{field(width), field(height), {}};
    const std::size_t first = field(header_size) + field(colors) * color_bytes;
    for (std::size_t y = 0; y < picture.height; ++y)
        for (std::size_t x = 0; x < picture.width; ++x) {
            std::uint32_t pixel = 0;
            bytes.copy(reinterpret_cast<char*>(&pixel), sizeof pixel,
                       first + y * field(row_bytes) + x * sizeof pixel);
            picture.pixels.push_back(pixel & color_bits);
        }
    return picture;
}

// Finds pieces of rows by their first two pixels.
class Search {
public:
    // Pieces with edges in them, which `home` shows nowhere.
    Search(const Picture& home, const Picture& page) {
        for (std::size_t y = 0; y < page.height; y += 7)
            for (std::size_t x = 0; x + piece_width <= page.width; x += piece_width)
                add({page.pixels.begin() + static_cast<std::ptrdiff_t>(y * page.width + x), piece_width});
        const std::vector<bool> at_home = find(home.pixels);
        std::vector<Pixels> only_on_page;
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (!at_home[i]) only_on_page.push_back(pieces_[i]);
        pieces_.clear();
        by_start_.clear();
        for (Pixels& piece : only_on_page) add(std::move(piece));
    }

    std::size_t size() const { return pieces_.size(); }

    // Which pieces are somewhere in `pixels`.
    std::vector<bool> find(const Pixels& pixels) const {
        std::vector<bool> found(pieces_.size());
        for (std::size_t at = 0; at + piece_width <= pixels.size(); ++at) {
            const auto [first, last] = by_start_.equal_range(start(&pixels[at]));
            for (auto candidate = first; candidate != last; ++candidate)
                if (std::equal(pieces_[candidate->second].begin(), pieces_[candidate->second].end(),
                               &pixels[at]))
                    found[candidate->second] = true;
        }
        return found;
    }

private:
    struct View {
        Pixels::const_iterator first;
        std::size_t size;
    };
    static std::uint64_t start(const std::uint32_t* pixels) {
        return static_cast<std::uint64_t>(pixels[0]) << 32 | pixels[1];
    }
    void add(View view) {
        Pixels piece(view.first, view.first + static_cast<std::ptrdiff_t>(view.size));
        constexpr std::size_t min_colors = 10;
        if (piece[0] != piece[1] && std::set(piece.begin(), piece.end()).size() >= min_colors)
            add(std::move(piece));
    }
    void add(Pixels piece) {
        by_start_.emplace(start(piece.data()), pieces_.size());
        pieces_.push_back(std::move(piece));
    }

    std::vector<Pixels> pieces_;
    std::unordered_multimap<std::uint64_t, std::size_t> by_start_;
};

// How many pieces are in the memory of a process that it can write, also in what it shares with others.
std::size_t count_in_process(const Search& search, const std::string& process) {
    const std::filesystem::path folder = std::filesystem::path("/proc") / process;
    std::ifstream maps(folder / "maps");
    const int memory = open((folder / "mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (!maps || memory < 0) throw std::runtime_error("cannot read the memory of process " + process);
    std::set<std::size_t> found;
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields(line);
        off_t begin = 0, end = 0;
        char dash = 0;
        std::string rights, offset, device, inode, path;
        fields >> std::hex >> begin >> dash >> end >> rights >> offset >> device >> inode >> path;
        if (!rights.starts_with("rw") || (path.starts_with("/dev/") && !path.starts_with("/dev/shm/")))
            continue;
        Pixels pixels(static_cast<std::size_t>(end - begin) / sizeof(std::uint32_t));
        if (pread(memory, pixels.data(), pixels.size() * sizeof pixels[0], begin) <= 0) continue;
        for (std::uint32_t& pixel : pixels) pixel &= color_bits;
        const std::vector<bool> here = search.find(pixels);
        for (std::size_t i = 0; i < here.size(); ++i)
            if (here[i]) found.insert(i);
    }
    close(memory);
    return found.size();
}

} // namespace

int main(int argc, char** argv) try {
    const std::vector<std::string> words(argv + 1, argv + argc);
    if (words.size() < 3) throw std::runtime_error("usage: find-picture HOME PAGE PROCESS...");
    const Search search(read_picture(words[0]), read_picture(words[1]));
    for (std::size_t i = 2; i < words.size(); ++i)
        std::printf("%zu of %zu\n", count_in_process(search, words[i]), search.size());
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "find-picture: %s\n", error.what());
    return 1;
}
