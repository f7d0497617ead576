// Verifies the privacy promises: makes a visit to every screen under the restrictions of the
// viewer, and looks for anything that is left of it.
#pragma once

#include "content/load.hpp"
#include "harness/simulated_kiosk.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace harness {

// One claim about the kiosk and the evidence for or against it.
struct AuditResult {
    bool has_passed = false;
    std::string claim;    // for example "cannot start a program"
    std::string evidence; // for example "tried: Operation not permitted"
};

// Receives each result as soon as it is known, in some cases in a child process, so it can print
// the result but not store it.
using ReportAuditResult = std::function<void(const AuditResult& result)>;

// Byte strings that are in memory only because of a visit, each with its length before it and with
// all bits inverted, so that a search does not find these copies.
struct VisitPatterns {
    std::string texts;
    std::string pictures;
};

// Makes a visit to every screen in a child process, and returns the texts and parts of the pictures
// that it shows. Returns nullopt if the visit fails; the child has printed the reason on stderr.
// Throws std::runtime_error if the child cannot be started.
std::optional<VisitPatterns>
collect_visit_patterns(const std::shared_ptr<const content::Content>& content,
                       DisplayMode display_mode);

// Makes the same visit in another child process, under the restrictions that the viewer applies to
// itself, and checks the restrictions, the open files, the memory and the written files. Returns
// whether all results have passed. The caller must not have files or sockets open except stdin,
// stdout and stderr, because the child inherits them. Throws std::runtime_error if the child or its
// temporary folder cannot be created.
bool audit_visit(const content::ContentPaths& paths, const VisitPatterns& patterns,
                 DisplayMode display_mode, const ReportAuditResult& report_result);

} // namespace harness
