"""Paper and files for the council table, made from one edition; runs in the child process only."""
