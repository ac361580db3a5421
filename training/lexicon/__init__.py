"""How the table of Spanish and English words that ships with Relevo is made; see README.md."""
