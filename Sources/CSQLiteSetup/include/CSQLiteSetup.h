// SQLite's process-wide settings. They are set through a function with a variable number of
// arguments, which Swift cannot call.
#pragma once

// Stops SQLite from counting its allocations: the count sits behind one lock that all connections
// of the process share, and readers on several cores queue for it. To be called before the first
// connection is opened; returns SQLite's result code.
int chancery_sqlite_stop_counting_memory(void);

// Has SQLite keep what a savepoint overwrites in memory, up to so many octets of one,
// rather than in a temporary file from the first 64 KiB on. To be called before the first connection
// is opened; returns SQLite's result code.
int chancery_sqlite_keep_statement_journals(int octets);
