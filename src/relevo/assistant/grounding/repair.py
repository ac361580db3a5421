"""What may still be said of an answer after what did not pass is taken out."""

from relevo.assistant.grounding.types import Receipt


def kept(receipt: Receipt) -> str | None:
    """The sentences that passed, or None where nothing of substance is left."""
    passed = [one for one in receipt.sentences if one.passed]
    if not any(one.verdict == "supported" for one in passed):
        return None
    return " ".join(one.sentence for one in passed)
