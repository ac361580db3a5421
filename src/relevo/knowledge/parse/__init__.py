"""Files from outside are read in a process of their own: little memory, little time, no network, nothing written, no secrets about."""
