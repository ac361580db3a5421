"""Text reduced to what matters for comparing it: small letters, no accents, plain punctuation."""

# The same letters as the SQL function relevo_fold, so that both sides agree.
_PLAIN = str.maketrans("áàâäãåéèêëíìîïóòôöõúùûüñçýÿ’‘´`“”«»–—\u00a0", "aaaaaaeeeeiiiiooooouuuuncyy''''\"\"\"\"-- ")


def fold(text: str) -> str:
    """`text` in lower case without accents; one character stays one character, so positions still fit."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)
