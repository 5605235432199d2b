#include "CSQLiteSetup.h"

#include <sqlite3.h>

int chancery_sqlite_stop_counting_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

int chancery_sqlite_keep_statement_journals(void) {
    return sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
}
