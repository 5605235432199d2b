#pragma once
#if defined(__GLIBC__) || __has_include(<malloc.h>)
#include <malloc.h>
#endif

/// Returns to the system what the C library keeps of freed memory: malloc_trim(3), which Swift does
/// not see. Elsewhere than in glibc, nothing is done.
static inline void chancery_return_memory(void) {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}
