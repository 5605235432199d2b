// SQLite's process-wide settings. They are set through a function with a variable number of
// arguments, which Swift cannot call.
#pragma once

// Stops SQLite from counting its allocations: the count sits behind one lock that all connections
// of the process share, and readers on several cores queue for it. To be called before the first
// connection is opened; returns SQLite's result code.
int chancery_sqlite_stop_counting_memory(void);

// Has SQLite keep what a savepoint overwrites in memory, rather than in a temporary file from the
// first 64 KiB on. There is no bound: SQLite moves what it kept in one piece, and its VFS for Unix
// fails to write a piece that is a multiple of 128 KiB. To be called before the first connection is
// opened; returns SQLite's result code.
int chancery_sqlite_keep_statement_journals(void);
