"""An own PostgreSQL, started and watched by Relevo where no database address is given.

The binaries come from a Python package; nothing has to be installed on the machine. `cluster` knows the files and
starts the server, `launch` is the small program between Relevo and PostgreSQL, `account` the system user it runs as
where Relevo runs as root, `supervise` keeps it running.
"""
