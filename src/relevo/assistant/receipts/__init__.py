"""Receipts: what each sentence of an answer stands on, kept with the message and shown to whoever wants to know why."""
