#include "ui/widgets/draft.hpp"

namespace ui {

bool is_draft(const Frame& frame) {
    return frame.language.code != "en" && frame.language.reviewed_by.empty();
}

} // namespace ui
