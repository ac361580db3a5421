"""Answers written by a language model, where the workspace has connected one: from the passages that were found, and from nothing else.

The model is asked only after the assistant has decided, by its own rules, that this is to be answered and from what; it has no tools and
sees no data but the conversation, masked, and the passages. What it writes is said sentence by sentence, each after the grounding gate.
Whatever goes wrong, the answer that Relevo composes by itself is used instead. `write.py` is the way in.
"""
