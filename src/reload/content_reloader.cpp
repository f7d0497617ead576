#include "reload/content_reloader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <stdexcept>
#include <utility>

namespace reload {

namespace {

// Returns a message with all problems, or with the first ones if there are many, so that a file
// that is not content at all does not fill the journal.
std::string to_string(const std::vector<content::Problem>& problems) {
    constexpr std::size_t max_problems = 50;
    std::string text;
    for (const content::Problem& problem :
         std::span(problems).first(std::min(max_problems, problems.size())))
        text += content::to_string(problem);
    if (problems.size() > max_problems)
        text += fmt::format("and {} more; \"help-kiosk check\" lists them all\n",
                            problems.size() - max_problems);
    return text;
}

// Returns for example "content 1a2b3c4d; the current files have 2 errors, the first is
// content.yaml:12:5: unknown key ...".
std::string status_with_problems(const std::string& status_line,
                                 const std::vector<content::Problem>& errors) {
    const content::Problem& first = errors.front();
    const std::string count =
        errors.size() == 1 ? "1 error:" : fmt::format("{} errors, the first is", errors.size());
    return fmt::format("{}; the current files have {} {}:{}:{}: {}", status_line, count, first.file,
                       first.line, first.column, first.message);
}

// Returns when the newest of the files was modified. Files whose time cannot be read are ignored.
std::filesystem::file_time_type last_modified(const std::vector<std::filesystem::path>& files) {
    std::filesystem::file_time_type newest = std::filesystem::file_time_type::min();
    for (const std::filesystem::path& file : files) {
        std::error_code error;
        const auto time = std::filesystem::last_write_time(file, error);
        if (!error) newest = std::max(newest, time);
    }
    return newest;
}

} // namespace

ContentReloader::ContentReloader(content::ContentPaths paths,
                                 std::span<const std::string_view> ui_strings,
                                 std::optional<SnapshotFile> snapshot, Report report,
                                 std::chrono::milliseconds retry_interval)
    : paths_(std::move(paths)), load_context_{std::nullopt, ui_strings},
      snapshot_(std::move(snapshot)), report_(std::move(report)), retry_interval_(retry_interval),
      thread_([this] { run(); }) {}

ContentReloader::~ContentReloader() {
    file_watcher_.stop();
    thread_.join();
}

std::optional<ContentUpdate> ContentReloader::wait_for_first(std::chrono::milliseconds max_wait) {
    std::unique_lock lock(mutex_);
    published_.wait_for(lock, max_wait, [this] { return pending_update_.has_value(); });
    return std::exchange(pending_update_, std::nullopt);
}

std::optional<ContentUpdate> ContentReloader::take_update() {
    const std::lock_guard lock(mutex_);
    return std::exchange(pending_update_, std::nullopt);
}

void ContentReloader::set_on_update(Wake wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
    if (pending_update_) wake_();
}

std::vector<std::filesystem::path> ContentReloader::files() const {
    return {paths_.content, site_path(), paths_.translations / "any.yaml"};
}

std::vector<std::filesystem::path>
ContentReloader::files(const content::SourceFiles& source_files) const {
    std::vector<std::filesystem::path> files{paths_.content};
    if (source_files.site) files.push_back(site_path());
    for (const auto& [language_code, translation] : source_files.translations)
        files.push_back(paths_.translations / (language_code + ".yaml"));
    return files;
}

std::filesystem::path ContentReloader::site_path() const {
    return paths_.site.value_or(paths_.content.parent_path() / "site.yaml");
}

void ContentReloader::run() {
    do {
        file_watcher_.watch(files()); // before loading, so that no change is missed
        reload_safely();
    } while (file_watcher_.wait_for_change(needs_saving_ ? std::optional(retry_interval_)
                                                         : std::nullopt));
}

// No failure may end the program or the thread, because the current content stays on the screen.
void ContentReloader::reload_safely() {
    try {
        reload();
    } catch (const std::exception& error) {
        report_once(fmt::format("cannot load the content: {}\n", error.what()));
        if (!source_files_) publish({nullptr, "", "emergency card", {}, {}});
    }
}

void ContentReloader::reload() {
    content::LoadResult loaded = content::load(paths_, load_context_);
    const bool is_reload = source_files_.has_value();
    if (is_reload && loaded.files == *source_files_ && loaded.problems == problems_) {
        if (needs_saving_) save_snapshot();
        return;
    }
    source_files_ = loaded.files;
    needs_saving_ = false;
    // The problems are compared too, because a file that cannot be read is not in `loaded.files`.
    problems_ = loaded.problems;
    if (!loaded.content) {
        std::erase_if(loaded.problems, [](const content::Problem& each) {
            return each.severity != content::Severity::error;
        });
        report_once(to_string(loaded.problems));
        if (!is_reload) load_snapshot();
        current_update_.site = loaded.site;
        current_update_.status_line = status_with_problems(
            current_update_.status_line.substr(0, current_update_.status_line.find(';')),
            loaded.problems);
        current_update_.problems = loaded.problems;
        return publish(current_update_);
    }
    last_report_.clear();
    const std::string version = content::content_version(loaded.files);
    publish(
        {loaded.content, version, "content " + version, last_modified(files(loaded.files)), {}});
    if (is_reload)
        report_(
            fmt::format("content {} loaded; it is shown as soon as the kiosk is idle\n", version));
    save_snapshot();
}

void ContentReloader::load_snapshot() {
    const auto saved = snapshot_ ? snapshot_->load() : std::nullopt;
    const content::LoadResult loaded =
        saved ? content::parse(*saved, load_context_) : content::LoadResult{};
    if (!loaded.content) {
        current_update_ = {nullptr, "", "emergency card", {}, {}};
        return;
    }
    const std::string version = content::content_version(*saved);
    current_update_ = {loaded.content,
                       version,
                       "last good content " + version,
                       last_modified({snapshot_->path()}),
                       {}};
    report_(fmt::format("the last good content, {}, is shown instead\n", version));
}

void ContentReloader::publish(ContentUpdate update) {
    current_update_ = update;
    const std::lock_guard lock(mutex_);
    pending_update_ = std::move(update);
    published_.notify_all();
    if (wake_) wake_();
}

void ContentReloader::save_snapshot() {
    if (!snapshot_) return;
    try {
        snapshot_->save(*source_files_);
        needs_saving_ = false;
    } catch (const std::runtime_error& error) {
        needs_saving_ = true;
        report_once(fmt::format("{}\n", error.what()));
    }
}

void ContentReloader::report_once(const std::string& text) {
    if (text == std::exchange(last_report_, text)) return;
    report_(text);
}

} // namespace reload
