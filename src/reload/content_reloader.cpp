#include "reload/content_reloader.hpp"

#include "content/lost_parts.hpp"

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

// Returns "content.yaml:12:5: unknown key ...".
std::string describe(const content::Problem& problem) {
    if (problem.line == 0) return fmt::format("{}: {}", problem.file, problem.message);
    return fmt::format("{}:{}:{}: {}", problem.file, problem.line, problem.column, problem.message);
}

// Returns for example "content 1a2b3c4d; the current files have 2 errors, the first is
// content.yaml:12:5: unknown key ...".
std::string status_with_problems(const std::string& status_line,
                                 const std::vector<content::Problem>& errors) {
    const std::string count =
        errors.size() == 1 ? "1 error:" : fmt::format("{} errors, the first is", errors.size());
    return fmt::format("{}; the current files have {} {}", status_line, count,
                       describe(errors.front()));
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

// A message that cannot be printed must not end the thread.
void report_safely(const ContentReloader::Report& report, const std::string& text) {
    try {
        report(text);
    } catch (const std::exception&) { // NOLINT(bugprone-empty-catch): there is no other way to tell
    }
}

content::LoadContext make_load_context(const content::ContentPaths& paths,
                                       std::span<const std::string_view> ui_strings) {
    content::LoadContext context{std::nullopt, ui_strings};
    context.shipped_translations = paths.shipped_translations;
    return context;
}

} // namespace

ContentReloader::ContentReloader(content::ContentPaths paths,
                                 std::span<const std::string_view> ui_strings,
                                 std::optional<SnapshotFile> snapshot, Report report,
                                 ReloadTiming timing)
    : paths_(std::move(paths)), load_context_(make_load_context(paths_, ui_strings)),
      snapshot_(std::move(snapshot)), report_(std::move(report)),
      retry_interval_(timing.retry_interval), acceptance_file_(paths_.content),
      file_watcher_(timing.watch), thread_([this] { run(); }) {}

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
    std::vector<std::filesystem::path> files{paths_.content, site_path(), acceptance_file_.path(),
                                             paths_.translations};
    std::error_code error; // a folder that cannot be read is watched as a whole
    for (std::filesystem::directory_iterator entry(paths_.translations, error), end; entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".yaml") files.push_back(entry->path());
    return files;
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
        report_watch_failure();
    } while (file_watcher_.wait_for_change(
        needs_saving_ || has_failed_ ? std::optional(retry_interval_) : std::nullopt));
}

// No failure may end the program or the thread, because the current content stays on the screen.
void ContentReloader::reload_safely() {
    try {
        has_failed_ = false;
        reload();
    } catch (const std::exception& error) {
        has_failed_ = true;
        source_files_.reset(); // not all of what follows loading has been done
        report_safely(report_, fmt::format("cannot load the content: {}\n", error.what()));
        if (!current_update_.content) publish_after_failure();
    }
}

void ContentReloader::publish_after_failure() {
    try {
        load_snapshot();
    } catch (const std::exception& error) {
        report_safely(report_,
                      fmt::format("cannot load the last good content: {}\n", error.what()));
        current_update_ = {nullptr, "", "emergency card", {}, {}};
    }
    publish(current_update_);
}

void ContentReloader::reload() {
    content::LoadResult loaded = content::load(paths_, load_context_);
    const bool is_reload = source_files_.has_value();
    if (is_reload && file_watcher_.has_changed()) return; // it is loaded again once it is complete
    hold_back(loaded);
    if (is_reload && loaded.files == *source_files_ && loaded.problems == problems_) {
        if (needs_saving_) save_snapshot();
        return;
    }
    source_files_ = loaded.files;
    needs_saving_ = false;
    // The problems are compared too, because a file that cannot be read is not in `loaded.files`.
    problems_ = loaded.problems;
    report_file_warnings(content::file_warnings(loaded.problems));
    if (!loaded.content) return publish_invalid(loaded, is_reload);
    last_report_.clear();
    const std::string version = content::content_version(loaded.files);
    publish(
        {loaded.content, version, "content " + version, last_modified(files(loaded.files)), {}});
    if (is_reload)
        report_(
            fmt::format("content {} loaded; it is shown as soon as the kiosk is idle\n", version));
    else
        report_parts_lost_since_snapshot(*loaded.content);
    save_snapshot();
}

void ContentReloader::publish_invalid(const content::LoadResult& loaded, bool is_reload) {
    std::vector<content::Problem> errors = loaded.problems;
    std::erase_if(errors, [](const content::Problem& each) {
        return each.severity != content::Severity::error;
    });
    report_once(to_string(errors));
    if (!is_reload) load_snapshot();
    current_update_.site = loaded.site;
    current_update_.status_line = status_with_problems(
        current_update_.status_line.substr(0, current_update_.status_line.find(';')), errors);
    current_update_.problems = errors;
    publish(current_update_);
}

void ContentReloader::hold_back(content::LoadResult& loaded) const {
    if (!loaded.content || !current_update_.content) return;
    const auto lost = content::find_lost_parts(*current_update_.content, *loaded.content);
    if (lost.empty() || acceptance_file_.is_accepted(content::content_version(loaded.files)))
        return;
    content::Problem problem;
    problem.file = paths_.content.string();
    problem.message = waiting_message(lost);
    problem.suggestion = waiting_advice;
    loaded.problems.push_back(std::move(problem));
    loaded.content.reset();
}

// A restart accepts the change, but somebody should know what is gone, for example after a power
// failure while a file was written.
void ContentReloader::report_parts_lost_since_snapshot(const content::Content& content) {
    const auto saved = snapshot_ ? snapshot_->load() : std::nullopt;
    if (!saved || *saved == *source_files_) return;
    const content::LoadResult loaded = parse_snapshot(*saved, load_context_);
    if (!loaded.content) return;
    const auto lost = content::find_lost_parts(*loaded.content, content);
    if (lost.empty()) return;
    report_(fmt::format("{}: since the last good content, it no longer has {}\n",
                        paths_.content.string(), content::join_lost_parts(lost)));
}

void ContentReloader::report_watch_failure() {
    const std::string& failure = file_watcher_.failure();
    if (failure == std::exchange(last_watch_failure_, failure) || failure.empty()) return;
    report_safely(report_,
                  fmt::format("{}; changed files are compared every few seconds\n", failure));
}

void ContentReloader::load_snapshot() {
    const auto saved = snapshot_ ? snapshot_->load() : std::nullopt;
    const content::LoadResult loaded =
        saved ? parse_snapshot(*saved, load_context_) : content::LoadResult{};
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

// They are reported apart from errors, because they do not depend on them.
void ContentReloader::report_file_warnings(const std::vector<content::Problem>& warnings) {
    const std::string text = to_string(warnings);
    if (text != std::exchange(last_file_warnings_, text) && !text.empty()) report_(text);
}

void ContentReloader::report_once(const std::string& text) {
    if (text == std::exchange(last_report_, text)) return;
    report_(text);
}

} // namespace reload
