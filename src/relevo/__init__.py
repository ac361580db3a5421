"""Relevo: customer service in which people and AI work on the same conversation."""
