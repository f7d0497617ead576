// Memory that is given back is overwritten first, so that nothing a visitor read or chose lies about in it.
#pragma once

namespace os {

// Makes SDL give its memory back through here as well. C++'s own does from the start, in every program that
// calls this. To be called before SDL is used.
void enable_wipe_on_free();

} // namespace os
