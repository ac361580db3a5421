"""What was acknowledged is kept, whatever is killed: customers write and read while a nemesis breaks things, and a checker compares
what they were told with what is stored. `run` is the whole; `check` is pure; `broken` makes products on which the checker must fail.
"""
