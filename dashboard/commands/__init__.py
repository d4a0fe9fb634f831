"""The command line, a module a subject; with __main__ the only rooms that see every wing."""
