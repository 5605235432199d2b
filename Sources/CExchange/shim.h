#pragma once
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Has two files or folders change places in one step: renameat2(2) with RENAME_EXCHANGE, which
/// Swift does not see.
static inline int chancery_exchange(const char *one, const char *other) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, one, AT_FDCWD, other, 1u << 1);
}
