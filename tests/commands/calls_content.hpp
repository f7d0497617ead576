// Content with help lines to call: one with every kind of number, 911, a held one and one for
// staff.
#pragma once

#include "content/load.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

namespace test::calls {

const std::string site_part = R"(# The texts of the kiosk.
site: {school: Sample School, place: lobby, languages: [en]}
strip: [crisis]
home: {headline: Be safe., line: Facts., privacy: Nothing is saved.}
sections:
  - {id: what, title: What it is, icon: lock, lead: It is not your fault., blocks: [{text: There are two kinds.}]}
)";

const std::string lines_part = R"(help_lines:
  - id: crisis # everywhere
    name: Crisis Lifeline
    need: Crisis line
    call: "988"
    text: {to: "988", word: HELLO}
    also: {number: "1-800-273-8255", note: The older number.}
    remember: Remember.
    answers: A person.
    hours: Always.
    reports: Little.
    verified: {on: 2026-09-14, source: a page} # checked

  - {id: emergency, name: Emergency, need: Danger, call: "911", reports: Not private., verified: {on: 2026-09-14,
     source: a page}}
  - {id: hidden, name: Shelter, need: A bed, call: "414-587-2553", remember: Remember., answers: A person.,
     hours: Always., cost: Free., languages: English., reports: Little., hold_until_verified: true,
     verified: {on: 2026-09-14, source: a page}}
  - {id: cps, audience: staff, name: Child Protection, need: Report, call: "414-220-7233", remember: Remember.,
     answers: A person., hours: Always., cost: Free., languages: English., reports: Little.,
     verified: {on: 2026-09-14, by: Bob, source: a call}}
end: true
)";

const std::string calls_yaml = site_part + lines_part;

inline std::string with_replaced(std::string text, const std::string& old,
                                 const std::string& replacement) {
    const std::size_t offset = text.find(old);
    REQUIRE_MESSAGE(offset != std::string::npos, old);
    return text.replace(offset, old.size(), replacement);
}

inline std::shared_ptr<const content::Content> load_content(const std::string& text) {
    content::SourceFiles files;
    files.content = content::SourceFile{"content.yaml", text};
    const content::LoadResult loaded = content::parse(files);
    for (const content::Problem& problem : loaded.problems) MESSAGE(content::to_string(problem));
    REQUIRE(loaded.content);
    return loaded.content;
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace test::calls
