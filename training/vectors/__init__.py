"""How the table of word vectors that ships with Relevo is made; see README.md."""
