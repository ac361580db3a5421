"""What the assistant may do by itself, by topic, language and channel: the levels, the kill switch, the evidence for more or less.

Stands beside the turn: `turn.py` asks for the level before it thinks, and for the kill switch in the transaction in which it speaks.
"""
