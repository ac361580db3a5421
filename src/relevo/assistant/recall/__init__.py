"""Answer recall: when an article changes, the answers that stood on it are found, with who got them and a correction to approve.

Nothing is sent by itself: a member sends the correction, as it is or changed, or leaves it.
"""
