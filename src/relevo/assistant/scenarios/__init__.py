"""Scripted conversations with what a good reply says: read, played and judged.

They are played through the public chat API by `relevo eval scenarios`, and through the decision alone where nothing may be
written (`dry`).
"""
