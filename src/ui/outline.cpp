#include "ui/outline.hpp"

namespace ui {

const char* role_name(Role role) {
    switch (role) {
    case Role::heading:
        return "heading";
    case Role::text:
        return "text";
    case Role::digits:
        return "digits";
    case Role::qr_code:
        return "code";
    case Role::button:
        return "button";
    case Role::tab:
        return "tab";
    case Role::radio:
        return "radio";
    }
    return "";
}

} // namespace ui
