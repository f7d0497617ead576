#include "os/private_shared_memory.hpp"

#include <doctest/doctest.h>

#include <sys/ipc.h>
#include <sys/shm.h>

TEST_CASE("shared memory is accessible to this user only, whatever a library asks for") {
    os::make_shared_memory_private();
    for (const int mode : {0777, 0766, 0666, 0644, 0640, 0600}) {
        const int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | mode);
        REQUIRE(id >= 0);
        shmid_ds status{};
        CHECK(shmctl(id, IPC_STAT, &status) == 0);
        shmctl(id, IPC_RMID, nullptr);
        CHECK(status.shm_segsz == 4096);
        CHECK((status.shm_perm.mode & 0777) == (mode & 0700));
    }
}
