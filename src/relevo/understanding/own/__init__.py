"""The workspace's own intents: learnt from a few examples each, on this machine, in seconds.

`learn` makes a model and a report on its quality; it needs scikit-learn and memory, so a server calls `learn_in_child`. `OwnModel` finds
the intents of a message with numpy alone. `imports` reads examples that were written for other products.
"""
