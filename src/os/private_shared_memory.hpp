// Keeps System V shared memory from other users of the computer.
#pragma once

namespace os {

// From now on, shared memory that this process creates is accessible to its own user only, whatever
// rights a library asks for. SDL shares its picture with an X11 server in such memory, and lets
// every user read and write it. The server needs no rights of others: it runs as root or as the
// same user, or else SDL sends it the picture.
void make_shared_memory_private();

} // namespace os
