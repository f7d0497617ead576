#include "ui/outline.hpp"

namespace ui {

const char* name(Role role) {
    switch (role) {
    case Role::heading:
        return "heading";
    case Role::text:
        return "text";
    case Role::digits:
        return "digits";
    case Role::code:
        return "code";
    case Role::button:
        return "button";
    }
    return "";
}

} // namespace ui
