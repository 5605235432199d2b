/* Makes each sync take as long as on a disk without a cache: loaded into a program with LD_PRELOAD.
 *
 * After the sync itself the calling thread sleeps, so that it takes SLOW_DISK_MICROSECONDS in all.
 * That is what such a disk does to a server: the other threads go on meanwhile. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static long nanoseconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - start->tv_sec) * 1000000000L + now.tv_nsec - start->tv_nsec;
}

static int slowly(int (*sync_file)(int), int fd) {
    const char *wish = getenv("SLOW_DISK_MICROSECONDS");
    struct timespec start, rest;
    clock_gettime(CLOCK_MONOTONIC, &start);
    int result = sync_file(fd);
    long left = (wish ? atol(wish) : 0) * 1000L - nanoseconds_since(&start);
    if (left > 0) {
        rest.tv_sec = left / 1000000000L;
        rest.tv_nsec = left % 1000000000L;
        nanosleep(&rest, NULL);
    }
    return result;
}

#define SLOW(name)                                                   \
    int name(int fd) {                                               \
        static int (*real)(int);                                     \
        if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, #name);     \
        return slowly(real, fd);                                     \
    }

SLOW(fsync)
SLOW(fdatasync)
