// Two pages of large print with what the kiosk says, to read with an adult.
#include "print/flow.hpp"
#include "print/paper_job.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace print {

namespace {

constexpr double margin = 16;
constexpr double size_pt = 18;
constexpr std::size_t page_count = 2;

// Blocks of a section that belong together: a heading with what follows it, or a note or a group.
using Chunk = std::vector<const content::Block*>;

struct Section {
    const content::Section* content = nullptr;
    std::vector<Chunk> chunks = {};
    std::vector<bool> is_chosen = {};              // for each chunk
    std::vector<FlowItem> head = {};               // its title and lead
    std::vector<std::vector<FlowItem>> flows = {}; // the chunks
};

bool begins_chunk(const content::Block& block) {
    return std::holds_alternative<content::HeadingBlock>(block.body) ||
           std::holds_alternative<content::NoteBlock>(block.body) ||
           std::holds_alternative<content::GroupBlock>(block.body);
}

Section split_section(const content::Section& section) {
    Section result{&section};
    for (const content::SectionTab& tab : section.tabs) {
        bool is_new = true;
        for (const content::Block& block : tab.blocks) {
            if (block.audience == content::Audience::staff ||
                std::holds_alternative<content::HelpLinesBlock>(block.body))
                continue;
            if (is_new || begins_chunk(block)) result.chunks.emplace_back();
            is_new = std::holds_alternative<content::NoteBlock>(block.body);
            result.chunks.back().push_back(&block);
        }
    }
    // The help lines below such a heading are elsewhere on the paper.
    std::erase_if(result.chunks, [](const Chunk& chunk) {
        return chunk.size() == 1 && std::holds_alternative<content::HeadingBlock>(chunk[0]->body);
    });
    result.is_chosen.assign(result.chunks.size(), false);
    return result;
}

class Handout {
public:
    explicit Handout(PaperJob& job)
        : job_(job), canvas_(job.canvas), style_{size_pt, job.canvas.page().width_mm - 2 * margin} {
    }

    void draw() {
        const double top = draw_head();
        const double first_height = bottom() - top;
        std::vector<FlowItem> flow = contacts();
        const double contacts_height = flow_height(flow);
        const double second_height = bottom() - margin - contacts_height - gap();
        const std::vector<FlowItem> texts = choose_texts(first_height, second_height);
        const std::size_t count = count_that_fits(texts, first_height);
        draw_part(texts, 0, count, top);
        canvas_.show_page();
        double y = margin;
        draw_flow(canvas_, flow, margin, y, style_);
        y += contacts_height + gap();
        draw_part(texts, count, texts.size(), y);
    }

private:
    double bottom() const { return canvas_.page().height_mm - margin; }
    double gap() const { return size_pt * mm_per_point; }

    // Returns where it ends.
    double draw_head() {
        const TextStyle bold{
            .size_pt = 34, .is_bold = true, .color = color::ink, .line_height_em = 1.1};
        const TextLayout headline = canvas_.type().fit(job_.words(job_.content.home.headline), bold,
                                                       style_.width_mm, 28, size_pt);
        canvas_.draw_text(headline, margin, margin - 4, "H1");
        std::string about = job_.words("Read this with an adult you trust.");
        if (job_.words.translation().is_draft())
            about += " " + job_.words("This translation is a draft. Nobody has reviewed it yet.");
        const TextLayout with = canvas_.type().layout(
            about, {.size_pt = size_pt, .is_bold = true, .color = color::teal}, style_.width_mm);
        const double y = margin - 4 + headline.height_mm() + 1;
        canvas_.draw_text(with, margin, y);
        return y + with.height_mm() + gap() * 0.6;
    }

    // The numbers, with who answers.
    std::vector<FlowItem> contacts() {
        std::vector<FlowItem> flow;
        const Typesetter& type = canvas_.type();
        append_heading(flow, job_.words("Numbers to keep"), style_, type);
        const auto add = [&](std::vector<Span> spans) {
            flow.push_back(
                {type.layout(Text(std::move(spans)), {.size_pt = size_pt, .line_height_em = 1.2},
                             style_.width_mm),
                 gap() * 0.35});
        };
        if (const content::HelpLine* const emergency = find_emergency_line(job_.content))
            add({{job_.words(emergency->need) + ": ", true, color::teal},
                 {emergency->call->display_text(), true, color::black}});
        for (const Contact& contact : job_.contacts) {
            std::vector<Span> spans{
                {contact.need + " ", true, color::teal},
                {contact.number.display_text() + ": " + contact.instruction + ". ", true,
                 color::black}};
            if (!contact.other.empty())
                spans.push_back({contact.other + ". ", false, color::black});
            spans.push_back({job_.words(contact.help_line->name), false, color::black});
            add(std::move(spans));
        }
        return flow;
    }

    void lay_out(Section& section, Words& words) {
        const Typesetter& type = canvas_.type();
        append_heading(section.head, words(section.content->title), style_, type);
        append_block(section.head, {content::TextBlock{section.content->lead}}, style_, words,
                     type);
        for (const Chunk& chunk : section.chunks) {
            section.flows.emplace_back();
            for (const content::Block* block : chunk)
                append_block(section.flows.back(), *block, style_, words, type);
        }
    }

    // The texts that are chosen are on the paper.
    void record_chosen(const Section& section) {
        Section chosen{section.content};
        for (std::size_t i = 0; i < section.chunks.size(); ++i)
            if (section.is_chosen[i]) chosen.chunks.push_back(section.chunks[i]);
        lay_out(chosen, job_.words);
    }

    // Returns what is chosen of all sections.
    static std::vector<FlowItem> chosen_flow(const std::vector<Section>& sections) {
        std::vector<FlowItem> flow;
        for (const Section& section : sections) {
            flow.insert(flow.end(), section.head.begin(), section.head.end());
            for (std::size_t i = 0; i < section.chunks.size(); ++i)
                if (section.is_chosen[i])
                    flow.insert(flow.end(), section.flows[i].begin(), section.flows[i].end());
        }
        return flow;
    }

    // Returns the sections that have a chunk with this index, in the order of its height.
    static std::vector<Section*> shortest_first(std::vector<Section>& sections, std::size_t index) {
        std::vector<Section*> sorted;
        for (Section& section : sections)
            if (index < section.chunks.size()) sorted.push_back(&section);
        std::ranges::sort(sorted, {}, [index](const Section* section) {
            return flow_height(section->flows[index]);
        });
        return sorted;
    }

    // Chooses what fits beside the lead of each section: the first chunk of each, then the second
    // of each, and so on. Short ones come first, so that more sections have one. Throws if not even
    // the leads fit.
    std::vector<FlowItem> choose_texts(double first_height, double second_height) {
        std::vector<Section> sections;
        for (const content::Section& section : job_.content.sections)
            if (section.audience == content::Audience::everyone)
                sections.push_back(split_section(section));
        Words scratch(job_.words.translation());
        for (Section& section : sections) lay_out(section, scratch);
        const auto fits = [&] {
            const std::vector<FlowItem> flow = chosen_flow(sections);
            const std::size_t count = count_that_fits(flow, first_height);
            return height_of(flow, count, flow.size()) <= second_height;
        };
        if (!fits())
            throw std::runtime_error(
                fmt::format("what the sections say first does not fit on {} pages in type of {} "
                            "points; shorten \"lead\" of some, or name fewer lines with --lines",
                            page_count, size_pt));
        std::size_t most_chunks = 0;
        for (const Section& section : sections)
            most_chunks = std::max(most_chunks, section.chunks.size());
        for (std::size_t i = 0; i < most_chunks; ++i) {
            for (Section* section : shortest_first(sections, i)) {
                section->is_chosen[i] = true;
                if (!fits()) section->is_chosen[i] = false;
            }
        }
        for (const Section& section : sections) record_chosen(section);
        return chosen_flow(sections);
    }

    static double height_of(const std::vector<FlowItem>& flow, std::size_t begin, std::size_t end) {
        return flow_height({flow.begin() + static_cast<std::ptrdiff_t>(begin),
                            flow.begin() + static_cast<std::ptrdiff_t>(end)});
    }

    // Returns how many items fit on the first page. A heading stays with what follows it.
    static std::size_t count_that_fits(const std::vector<FlowItem>& flow, double height) {
        std::size_t count = 0;
        while (count < flow.size() && height_of(flow, 0, count + 1) <= height) ++count;
        while (count > 0 && count < flow.size() && flow[count - 1].is_heading) --count;
        return count;
    }

    void draw_part(const std::vector<FlowItem>& flow, std::size_t begin, std::size_t end,
                   double y) {
        draw_flow(canvas_,
                  {flow.begin() + static_cast<std::ptrdiff_t>(begin),
                   flow.begin() + static_cast<std::ptrdiff_t>(end)},
                  margin, y, style_);
    }

    PaperJob& job_;
    Canvas& canvas_;
    FlowStyle style_;
};

} // namespace

void draw_handout(PaperJob& job) {
    Handout(job).draw();
}

} // namespace print
