"""Small things without domain words: ids, time, errors, text. Imports nothing of Relevo."""
