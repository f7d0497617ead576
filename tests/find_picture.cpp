// Searches the memory of running programs for a page that was shown on a display:
//     find-picture HOME PAGE PROCESS_ID...
// HOME and PAGE are screenshots in XWD format, as Xvfb writes them with -fbdir. For each process it
// prints one line: how many parts of PAGE that HOME does not have are in its memory, and of how
// many. The exit code is 1 if a file or the memory of a process cannot be read.
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

// Without the highest byte of each pixel, which is undefined.
using Pixels = std::vector<std::uint32_t>;
constexpr std::uint32_t color_bits = 0xffffff;

struct Picture {
    std::size_t width = 0;
    std::size_t height = 0;
    Pixels pixels;
};

// Reads a picture in XWD format, version 7 (X11/XWDFile.h), with 32 bits per pixel. Throws
// std::runtime_error or std::out_of_range if the file is not one.
Picture read_picture(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto field = [&bytes](std::size_t index) { // big-endian
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < 4; ++i)
            value = value << 8 | static_cast<unsigned char>(bytes.at(index * 4 + i));
        return value;
    };
    // Indexes of fields of the header.
    constexpr std::size_t header_size = 0;
    constexpr std::size_t width = 4;
    constexpr std::size_t height = 5;
    constexpr std::size_t bits_per_pixel = 11;
    constexpr std::size_t row_bytes = 12;
    constexpr std::size_t color_count = 19;
    constexpr std::size_t color_bytes = 12; // size of one entry of the color map
    if (field(bits_per_pixel) != 32)
        throw std::runtime_error(path + ": not an XWD picture with 32 bits per pixel");
    Picture picture{field(width), field(height), {}};
    const std::size_t first = field(header_size) + field(color_count) * color_bytes;
    for (std::size_t y = 0; y < picture.height; ++y)
        for (std::size_t x = 0; x < picture.width; ++x) {
            std::uint32_t pixel = 0;
            bytes.copy(reinterpret_cast<char*>(&pixel), sizeof pixel,
                       first + y * field(row_bytes) + x * sizeof pixel);
            picture.pixels.push_back(pixel & color_bits);
        }
    return picture;
}

// Finds parts of pixel rows, in an index by their first two pixels.
class Search {
public:
    // Uses parts of `page` with at least ten colors that are nowhere in `home`.
    Search(const Picture& home, const Picture& page) {
        for (std::size_t y = 0; y < page.height; y += 7)
            for (std::size_t x = 0; x + piece_width <= page.width; x += piece_width)
                add({page.pixels.begin() + static_cast<std::ptrdiff_t>(y * page.width + x),
                     piece_width});
        const std::vector<bool> is_at_home = find(home.pixels);
        std::vector<Pixels> pieces_only_on_page;
        for (std::size_t i = 0; i < pieces_.size(); ++i)
            if (!is_at_home[i]) pieces_only_on_page.push_back(pieces_[i]);
        pieces_.clear();
        by_start_.clear();
        for (Pixels& piece : pieces_only_on_page) add(std::move(piece));
    }

    std::size_t size() const { return pieces_.size(); }

    // Returns for each part whether it is anywhere in `pixels`.
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

// Returns how many parts are in the writable memory of a process, including shared memory.
std::size_t count_in_process(const Search& search, const std::string& process_id) {
    const std::filesystem::path folder = std::filesystem::path("/proc") / process_id;
    std::ifstream maps(folder / "maps");
    const int memory = open((folder / "mem").c_str(), O_RDONLY | O_CLOEXEC);
    if (!maps || memory < 0)
        throw std::runtime_error("cannot read the memory of process " + process_id);
    std::set<std::size_t> found;
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields(line);
        off_t begin = 0, end = 0;
        char dash = 0;
        std::string rights, offset, device, inode, path;
        fields >> std::hex >> begin >> dash >> end >> rights >> offset >> device >> inode >> path;
        if (!rights.starts_with("rw") ||
            (path.starts_with("/dev/") && !path.starts_with("/dev/shm/")))
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
    const std::vector<std::string> args(argv + 1, argv + argc);
    if (args.size() < 3) throw std::runtime_error("usage: find-picture HOME PAGE PROCESS_ID...");
    const Search search(read_picture(args[0]), read_picture(args[1]));
    for (std::size_t i = 2; i < args.size(); ++i)
        std::printf("%zu of %zu\n", count_in_process(search, args[i]), search.size());
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "find-picture: %s\n", error.what());
    return 1;
}
