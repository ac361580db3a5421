"""A receipt as it is kept: every sentence with its verdict and the passage it stands on."""

from collections.abc import Sequence
from typing import Any

from relevo.assistant.grounding.types import Checked, Evidence, Receipt


def receipt_json(receipt: Receipt, evidence: Sequence[Evidence], *, refused: Sequence[Checked] = ()) -> dict[str, Any]:
    """`refused` are sentences that were left out; members see what they were."""
    return {
        "version": receipt.version,
        "passed": receipt.passed,
        "sentences": [_sentence(one, evidence) for one in receipt.sentences],
        "refused": [_sentence(one, evidence) for one in refused],
    }


def _sentence(one: Checked, evidence: Sequence[Evidence]) -> dict[str, Any]:
    has_source = one.evidence is not None and one.verdict == "supported" and 0 <= one.evidence < len(evidence)
    row = {name: value for name, value in one.as_json().items() if name != "evidence"}
    return {**row, "source": source_json(evidence[one.evidence or 0]) if has_source else None}


def source_json(evidence: Evidence) -> dict[str, Any]:
    return {
        "article_id": str(evidence.article_id) if evidence.article_id else None,
        "article": evidence.article,
        "title": evidence.title,
        "heading": evidence.heading,
        "revision": evidence.revision,
        "url": evidence.url,
    }
