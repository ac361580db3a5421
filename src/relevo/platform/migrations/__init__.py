"""The schema of the database, step by step. A step imports nothing of Relevo but the helpers here."""
