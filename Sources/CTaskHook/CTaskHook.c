#include "CTaskHook.h"

#define SWIFT_CALL __attribute__((swiftcall))

typedef SWIFT_CALL void usual_way(void *task);
typedef SWIFT_CALL void enqueue_hook(void *task, usual_way *usual);

// Of libswift_Concurrency. Named here rather than looked up while the program runs: a runtime that
// is linked in statically shows its names to the linker only.
extern enqueue_hook *swift_task_enqueueGlobal_hook;

static void (*enqueue_task)(void *task);

static SWIFT_CALL void hand_over(void *task, usual_way *usual) {
    (void)usual;
    enqueue_task(task);
}

int chancery_hand_tasks_to(void (*enqueue)(void *task)) {
    if (swift_task_enqueueGlobal_hook) return -1;
    enqueue_task = enqueue;
    swift_task_enqueueGlobal_hook = hand_over;
    return 0;
}
