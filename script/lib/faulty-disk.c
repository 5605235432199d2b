/* Makes the disk fail for a database, at will: loaded into the server with LD_PRELOAD.
 *
 * While the file that FAULTY_DISK names holds the name of an error (EROFS, EIO, ENOSPC), whatever
 * changes or syncs a file of SQLite's fails with it. Reads go on. The shared memory beside the
 * database is left alone: it is no disk. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fault_of(int fd) {
    char link[64], path[4096], word[16] = "";
    const char *flag = getenv("FAULTY_DISK");
    if (!flag || access(flag, R_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, ".sqlite") || strstr(path, "-shm")) return 0;
    FILE *file = fopen(flag, "re");
    if (!file) return 0;
    if (!fgets(word, sizeof word, file)) word[0] = 0;
    fclose(file);
    word[strcspn(word, "\n")] = 0;
    if (!strcmp(word, "EROFS")) return EROFS;
    if (!strcmp(word, "ENOSPC")) return ENOSPC;
    return strcmp(word, "EIO") ? 0 : EIO;
}

#define FAULTY(result, name, parameters, arguments)                  \
    result name parameters {                                         \
        static result(*real) parameters;                             \
        if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name); \
        int fault = fault_of(fd);                                    \
        if (fault) {                                                 \
            errno = fault;                                           \
            return -1;                                               \
        }                                                            \
        return real arguments;                                       \
    }

FAULTY(ssize_t, pwrite, (int fd, const void *octets, size_t count, off_t at), (fd, octets, count, at))
FAULTY(ssize_t, pwrite64, (int fd, const void *octets, size_t count, off64_t at), (fd, octets, count, at))
FAULTY(ssize_t, write, (int fd, const void *octets, size_t count), (fd, octets, count))
FAULTY(int, ftruncate, (int fd, off_t length), (fd, length))
FAULTY(int, ftruncate64, (int fd, off64_t length), (fd, length))
FAULTY(int, fallocate, (int fd, int mode, off_t at, off_t length), (fd, mode, at, length))
FAULTY(int, fsync, (int fd), (fd))
FAULTY(int, fdatasync, (int fd), (fd))
