#include "platform/librarian.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

namespace platform {

namespace {

// All that a person would mend at once: a file of nonsense must not fill the journal.
std::string to_string(const std::vector<content::Problem>& problems) {
    constexpr std::size_t most = 50;
    std::string text;
    for (const content::Problem& problem : std::span(problems).first(std::min(most, problems.size())))
        text += content::to_string(problem);
    if (problems.size() > most)
        text += fmt::format("and {} more: help-kiosk check lists them all\n", problems.size() - most);
    return text;
}

// "content 1a2b3c4d; 2 problems, so the files as they are now are not shown: content.yaml:12:5: unknown key
// ..."
std::string with_problems(const std::string& status, const std::vector<content::Problem>& errors) {
    const content::Problem& first = errors.front();
    return fmt::format("{}; {} problem{} in the files as they are now, the first: {}:{}:{}: {}", status,
                       errors.size(), errors.size() == 1 ? "" : "s", first.file, first.line, first.column,
                       first.message);
}

// What cannot be looked at counts as old.
std::filesystem::file_time_type changed(const std::vector<std::filesystem::path>& files) {
    std::filesystem::file_time_type newest = std::filesystem::file_time_type::min();
    for (const std::filesystem::path& file : files) {
        std::error_code unknown;
        const auto time = std::filesystem::last_write_time(file, unknown);
        if (!unknown) newest = std::max(newest, time);
    }
    return newest;
}

} // namespace

Librarian::Librarian(content::Sources sources, std::span<const std::string_view> interface,
                     std::optional<Snapshot> snapshot, Report report, std::chrono::milliseconds next_try)
    : sources_(std::move(sources)), surroundings_{std::nullopt, interface}, snapshot_(std::move(snapshot)),
      report_(std::move(report)), next_try_(next_try), thread_([this] { work(); }) {}

Librarian::~Librarian() {
    watch_.stop();
    thread_.join();
}

std::optional<Edition> Librarian::first(std::chrono::milliseconds most) {
    std::unique_lock lock(mutex_);
    handed_over_.wait_for(lock, most, [this] { return newest_.has_value(); });
    return std::exchange(newest_, std::nullopt);
}

std::optional<Edition> Librarian::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(newest_, std::nullopt);
}

void Librarian::on_news(Wake wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
    if (newest_) wake_();
}

std::vector<std::filesystem::path> Librarian::files() const {
    return {sources_.content, site(), sources_.translations / "any.yaml"};
}

std::vector<std::filesystem::path> Librarian::files(const content::Documents& documents) const {
    std::vector<std::filesystem::path> files{sources_.content};
    if (documents.site) files.push_back(site());
    for (const auto& [code, translation] : documents.translations)
        files.push_back(sources_.translations / (code + ".yaml"));
    return files;
}

std::filesystem::path Librarian::site() const {
    return sources_.site.value_or(sources_.content.parent_path() / "site.yaml");
}

void Librarian::work() {
    do {
        watch_.follow(files()); // before reading, so that no change falls between the two
        read_or_keep();
    } while (watch_.wait(unkept_ ? std::optional(next_try_) : std::nullopt));
}

// Whatever goes wrong here must not end what is on the screen.
void Librarian::read_or_keep() {
    try {
        read();
    } catch (const std::exception& error) {
        report_once(fmt::format("the content cannot be read: {}\n", error.what()));
        if (!read_) hand_over({nullptr, "", "emergency card", {}, {}});
    }
}

void Librarian::read() {
    content::Loaded loaded = content::load(sources_, surroundings_);
    const bool again = read_.has_value();
    if (again && loaded.documents == *read_ && loaded.problems == problems_) {
        if (unkept_) keep();
        return;
    }
    read_ = loaded.documents;
    unkept_ = false;
    problems_ = loaded.problems; // of files that cannot be read nothing else tells that they changed
    if (!loaded.content) {
        std::erase_if(loaded.problems,
                      [](const content::Problem& each) { return each.severity != content::Severity::error; });
        report_once(to_string(loaded.problems));
        if (!again) read_kept();
        shown_.site = loaded.site;
        shown_.status = with_problems(shown_.status.substr(0, shown_.status.find(';')), loaded.problems);
        shown_.problems = loaded.problems;
        return hand_over(shown_);
    }
    reported_.clear();
    const std::string version = content::version(loaded.documents);
    hand_over({loaded.content, version, "content " + version, changed(files(loaded.documents)), {}});
    if (again) report_(fmt::format("content {} is shown from now on\n", version));
    keep();
}

void Librarian::read_kept() {
    const auto kept = snapshot_ ? snapshot_->read() : std::nullopt;
    const content::Loaded old = kept ? content::parse(*kept, surroundings_) : content::Loaded{};
    if (!old.content) {
        shown_ = {nullptr, "", "emergency card", {}, {}};
        return;
    }
    const std::string version = content::version(*kept);
    shown_ = {old.content, version, "last good content " + version, changed({snapshot_->file()}), {}};
    report_(fmt::format("the last good content, {}, is shown instead\n", version));
}

void Librarian::hand_over(Edition edition) {
    shown_ = edition;
    const std::lock_guard lock(mutex_);
    newest_ = std::move(edition);
    handed_over_.notify_all();
    if (wake_) wake_();
}

void Librarian::keep() {
    if (!snapshot_) return;
    try {
        snapshot_->write(*read_);
        unkept_ = false;
    } catch (const std::runtime_error& error) {
        unkept_ = true;
        report_once(fmt::format("{}\n", error.what()));
    }
}

void Librarian::report_once(const std::string& text) {
    if (text == std::exchange(reported_, text)) return;
    report_(text);
}

} // namespace platform
