"""Messages are read in a process of its own: reading takes the processor for some milliseconds, and in the server's process it would
take them from those who send. It runs at a low priority, so taking messages in always goes first; models and word lists are in
its memory alone. This file imports nothing, so that the process loads no more than it reads with.
"""
