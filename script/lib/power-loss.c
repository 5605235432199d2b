/* Writes down what SQLite writes and syncs, so that a loss of power can be played afterwards:
 * loaded into the server with LD_PRELOAD, read by script/crash.d/power.py.
 *
 * Each record in the file that POWER_LOG names: kind, file descriptor's path, offset, length,
 * octets. Writes and cuts are recorded before they are made, syncs after: what is written down as
 * synced was on the disk. With POWER_LIES set, syncs are not recorded, as if the disk lied. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

struct record {
    char kind; /* w write, t cut, s sync */
    char is_log; /* the write-ahead log, or the database */
    char unused[6];
    uint64_t at, length;
};

static void note(int fd, char kind, uint64_t at, const void *octets, uint64_t length) {
    static int log_file = -2;
    char link[64], path[4096];
    if (log_file == -2) {
        const char *name = getenv("POWER_LOG");
        log_file = name ? open(name, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    }
    if (log_file < 0 || (kind == 's' && getenv("POWER_LIES"))) return;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t count = readlink(link, path, sizeof path - 1);
    if (count < 0) return;
    path[count] = 0;
    int is_log = strstr(path, ".sqlite-wal") != NULL;
    if (!is_log && (count < 7 || strcmp(path + count - 7, ".sqlite"))) return;
    struct record record = {.kind = kind, .is_log = is_log, .at = at, .length = length};
    struct iovec parts[] = {{&record, sizeof record}, {(void *)octets, octets ? length : 0}};
    if (writev(log_file, parts, 2) < 0) abort();
}

#define REAL(name) ((typeof(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite(int fd, const void *octets, size_t count, off_t at) {
    note(fd, 'w', at, octets, count);
    return REAL(pwrite)(fd, octets, count, at);
}

ssize_t pwrite64(int fd, const void *octets, size_t count, off64_t at) {
    note(fd, 'w', at, octets, count);
    return REAL(pwrite64)(fd, octets, count, at);
}

int ftruncate(int fd, off_t length) {
    note(fd, 't', length, NULL, 0);
    return REAL(ftruncate)(fd, length);
}

int ftruncate64(int fd, off64_t length) {
    note(fd, 't', length, NULL, 0);
    return REAL(ftruncate64)(fd, length);
}

int fsync(int fd) {
    int result = REAL(fsync)(fd);
    if (result == 0) note(fd, 's', 0, NULL, 0);
    return result;
}

int fdatasync(int fd) {
    int result = REAL(fdatasync)(fd);
    if (result == 0) note(fd, 's', 0, NULL, 0);
    return result;
}
