// Overwrites memory that is no longer used, so that no text that was said stays in it. For memory
// that is freed, this happens by itself in every program that links this file, because it replaces
// the operators new and delete. The file wipe_on_free of the folder `os` does the same for the
// viewer, and needs SDL.
#pragma once

namespace speaker {

// Overwrites what functions that have returned to the caller have left on the stack, 200 kB.
void wipe_unused_stack();

} // namespace speaker
