// Overwrites memory when it is freed, so that nothing that a visitor read or selected stays in it.
// Linking this file replaces the operators new and delete of the whole program.
#pragma once

namespace os {

// Makes SDL overwrite memory before it frees it. C++ does so from the start in every program that
// links this function. Must be called before SDL is used.
void enable_wipe_on_free();

} // namespace os
