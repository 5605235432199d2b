// The Swift runtime's hook for tasks that are bound to no executor of their own. It is called with
// Swift's own convention, which only C can spell.
#pragma once

// Has every such task handed to `enqueue`, which must run it once and soon. To be called once,
// before the first task; returns 0, or -1 where somebody else has taken the hook.
int chancery_hand_tasks_to(void (*enqueue)(void *task));
