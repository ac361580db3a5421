"""Relevo: customer service in which people and AI work on the same conversation."""

__version__ = "0.1.0"
