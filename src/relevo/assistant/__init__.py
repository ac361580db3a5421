"""The machine that answers customers: reads a turn, decides, says it or passes the conversation to people.

Stands after understanding on the customer's path. `turn.py` is its heart: read, think, write. The decision is a pure
function of what was gathered (`decide.py`), and every sentence about the company comes from a passage (`compose.py`).
"""
