"""Protocols of what Relevo can be connected to, and their value types."""
