// These tests use real files and real time. A test waits for the update or the report that it
// expects. To show that there is none, it waits for the next one.
#pragma once

#include "reload/content_reloader.hpp"
#include "support/temporary_folder.hpp"
#include "ui/strings.hpp"

#include <doctest/doctest.h>

#include <condition_variable>
#include <deque>
#include <mutex>

namespace test {

inline constexpr auto max_wait =
    std::chrono::seconds(20); // more than needed, for computers under load

// A folder with valid content, and a reloader that watches it.
class ReloaderFixture {
public:
    ReloaderFixture() {
        std::filesystem::create_directory(folder / "translations");
        std::filesystem::create_directory(folder / "state");
        write(valid_content("Lincoln"));
        write_file(folder / "translations/es.yaml",
                   read_file(KIOSK_SOURCE "/assets/translations/es.yaml"));
    }

    static std::string valid_content(const std::string& school_name) {
        std::string text = read_file(KIOSK_SOURCE "/content.yaml");
        const std::string name = "Your School Name";
        return text.replace(text.find(name), name.size(), school_name);
    }
    static std::string invalid_content(const std::string& school_name) {
        return valid_content(school_name) + "tittle: nothing\n";
    }

    void write(const std::string& text) const { write_file(folder / "content.yaml", text); }

    void start_reloader(bool has_snapshot = true,
                        std::chrono::milliseconds retry_interval = std::chrono::hours(1)) {
        const auto snapshot =
            has_snapshot ? std::optional(reload::SnapshotFile(folder / "state")) : std::nullopt;
        reloader.emplace(
            content::ContentPaths{folder / "content.yaml", std::nullopt, folder / "translations"},
            ui::ui_strings, snapshot, [this](const std::string& text) { push(reports, text); },
            reload::ReloadTiming{{quiet_duration, std::chrono::hours(1)}, retry_interval});
        first_update = reloader->wait_for_first(max_wait);
        reloader->set_on_update([this] { push(wakes, ""); });
    }

    reload::ContentUpdate next_update() {
        wait_for(wakes);
        return reloader->take_update().value();
    }
    std::string next_report() { return wait_for(reports); }

    TemporaryFolder folder;
    std::optional<reload::ContentUpdate> first_update;
    std::chrono::milliseconds quiet_duration{100}; // for start_reloader()

private:
    using Queue = std::deque<std::string>;

    void push(Queue& queue, const std::string& text) {
        const std::lock_guard lock(mutex);
        queue.push_back(text);
        changed.notify_all();
    }
    std::string wait_for(Queue& queue) {
        std::unique_lock lock(mutex);
        if (!changed.wait_for(lock, max_wait, [&] { return !queue.empty(); }))
            FAIL("no update or report arrived in time");
        const std::string text = queue.front();
        queue.pop_front();
        return text;
    }

    std::mutex mutex;
    std::condition_variable changed;
    Queue reports, wakes;

public:
    std::optional<reload::ContentReloader>
        reloader; // last, because it calls functions that use the other members
};

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

inline std::string loaded_message(const std::string& version) {
    return "content " + version + " loaded; it is shown as soon as the kiosk is idle\n";
}

} // namespace test
