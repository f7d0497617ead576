#include "speaker/running_speaker.hpp"

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace test {

namespace {

constexpr std::chrono::seconds timeout(10);

} // namespace

bool becomes_true(const std::function<bool()>& condition) {
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}

FakeSoundCards::FakeSoundCards() {
    create_directory(devices());
    const std::string plug_in = FAKE_SOUND_CARD;
    const std::string card =
        "type fake_sound_card folder \"" + devices().string() + "\" card $CARD";
    write_file(configuration(), "</usr/share/alsa/alsa.conf>\n"
                                "ctl_type.fake_sound_card { lib \"" +
                                    plug_in +
                                    "\" }\n"
                                    "pcm_type.fake_sound_card { lib \"" +
                                    plug_in +
                                    "\" }\n"
                                    "ctl.!hw { @args [ CARD ] @args.CARD { type string } " +
                                    card +
                                    " }\n"
                                    "pcm.!plughw { @args [ CARD DEV ] @args.CARD { type string } "
                                    "@args.DEV { type integer } type plug slave.pcm { " +
                                    card + " } }\n");
}

std::filesystem::path FakeSoundCards::file(const char* name, int card) const {
    return devices() / (name + std::to_string(card));
}

std::filesystem::path FakeSoundCards::device_file(int card) const {
    return devices() / ("pcmC" + std::to_string(card) + "D0p");
}

// The device file comes last, so that the state is complete when the card is noticed.
void FakeSoundCards::set(int card, const std::string& state) {
    const bool is_new = !exists(file("controlC", card));
    if (is_new) write_file(file("controlC", card), state);
    if (is_new) write_file(device_file(card), "");
    if (!is_new) std::fstream(file("controlC", card), std::ios::in | std::ios::out) << state;
}

void FakeSoundCards::remove(int card) {
    std::filesystem::remove(file("controlC", card));
    std::filesystem::remove(device_file(card));
}

std::vector<std::int16_t> FakeSoundCards::heard(int card) const {
    const std::string bytes = read_file(file("heard", card));
    std::vector<std::int16_t> samples(bytes.size() / sizeof(std::int16_t));
    std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(std::int16_t));
    return samples;
}

bool FakeSoundCards::is_playing(int card) const {
    return exists(file("playing", card));
}

std::string FakeSoundCards::mixer(int card) const {
    return read_file(file("mixer", card));
}

RunningSpeaker::RunningSpeaker(const FakeSoundCards& cards, const std::filesystem::path& recordings)
    : pid_(fork()) {
    const std::string path = socket(), devices = cards.devices(),
                      configuration = cards.configuration();
    if (pid_ == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); // it must not outlive a test that crashes
        setenv("ALSA_CONFIG_PATH", configuration.c_str(), 1);
        execl(SPEAKER_PROGRAM, SPEAKER_PROGRAM, "--listen", path.c_str(), "--devices",
              devices.c_str(), "--recordings", recordings.c_str(), nullptr);
        _exit(127);
    }
}

RunningSpeaker::~RunningSpeaker() {
    CHECK(waitpid(pid_, nullptr, WNOHANG) == 0);
    kill(pid_, SIGTERM);
    waitpid(pid_, nullptr, 0);
}

bool RunningSpeaker::has_in_memory(const std::string& text) const {
    const std::string folder = "/proc/" + std::to_string(pid_);
    std::ifstream maps(folder + "/maps"), memory(folder + "/mem", std::ios::binary);
    REQUIRE(memory);
    for (std::string line; std::getline(maps, line);) { // "7f00-7f10 rw-p ..."
        std::size_t length = 0;
        const std::size_t begin = std::stoull(line, &length, 16);
        const std::size_t end = std::stoull(line.substr(length + 1), nullptr, 16);
        if (line.find(" rw") == std::string::npos) continue;
        std::string part(end - begin, '\0');
        memory.clear();
        memory.seekg(static_cast<std::streamoff>(begin));
        memory.read(part.data(), static_cast<std::streamsize>(part.size()));
        if (part.find(text) != std::string::npos) return true;
    }
    return false;
}

std::string RunningSpeaker::activity() const {
    std::ifstream file("/proc/" + std::to_string(pid_) + "/status");
    std::string line, counts;
    while (std::getline(file, line))
        if (line.starts_with("State") || line.find("ctxt_switches") != std::string::npos)
            counts += line + "\n";
    return counts;
}

SpeakerClient::SpeakerClient(const RunningSpeaker& speaker)
    : fd_(::socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = speaker.socket();
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    REQUIRE(becomes_true([&] {
        return connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }));
}

SpeakerClient::~SpeakerClient() {
    close(fd_);
}

bool SpeakerClient::send(const std::string& packet) const {
    return ::send(fd_, packet.data(), packet.size(), MSG_NOSIGNAL | MSG_DONTWAIT) ==
           static_cast<ssize_t>(packet.size());
}

std::string SpeakerClient::receive() const {
    constexpr int timeout_ms = std::chrono::milliseconds(timeout).count();
    pollfd descriptor{fd_, POLLIN, 0};
    if (poll(&descriptor, 1, timeout_ms) != 1) return "nothing";
    std::array<char, 4096> packet{};
    const ssize_t size = recv(fd_, packet.data(), packet.size(), 0);
    return size > 0 ? std::string(packet.data(), static_cast<std::size_t>(size)) : "end";
}

bool SpeakerClient::has_reply() const {
    pollfd descriptor{fd_, POLLIN, 0};
    return poll(&descriptor, 1, 0) == 1;
}

} // namespace test
