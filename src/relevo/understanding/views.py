"""How readings look from outside. What members corrected stands in the place of what was read."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from relevo.kit.clock import rfc3339
from relevo.understanding.tables import ReadingRow
from relevo.understanding.types import Guess, Judged, Reading, Span

FIELDS = ("intent", "emotion", "urgency", "wants_human", "language")


def of_message(row: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """A reading from its row as JSON."""
    if row is None:
        return None
    corrected: Mapping[str, Any] = row["corrected"]
    return {
        "language": corrected.get("language", row["language"]),
        "intents": corrected_intents(corrected) if "intent" in corrected else row["intents"],
        "candidates": [] if "intent" in corrected else row["candidates"],
        "emotion": corrected.get("emotion", row["emotion"]),
        "urgency": corrected.get("urgency", row["urgency"]),
        "wants_human": corrected.get("wants_human", row["wants_human"]),
        "personal_data": row["personal_data"],
        "reasons": {name: [] if name in corrected else row[f"{name}_because"] for name in ("emotion", "urgency")},
        "confidences": {
            name: 1.0 if name in corrected else round(row[f"{name}_confidence"], 3) for name in ("emotion", "urgency")
        },
        "model": row["model"],
        "corrected": [name for name in FIELDS if name in corrected],
        "corrected_by": row["corrected_by"],
    }


def of_row(row: ReadingRow) -> dict[str, Any]:
    view = of_message({column.name: getattr(row, column.name) for column in ReadingRow.__table__.columns})
    assert view is not None
    return view


def of_conversation(row: Any) -> dict[str, Any]:
    """From a `ConversationReading`, or a row of its columns."""
    return {
        "intent": row.intent,
        "intents": row.intents,
        "emotion": row.emotion,
        "course": row.course,
        "since": _maybe(row.since),
        "urgency": row.urgency,
        "urgency_reason": row.urgency_reason,
        "wants_human": row.wants_human,
        "language": row.language,
    }


def of_text(reading: Reading) -> dict[str, Any]:
    """A reading that belongs to no message."""
    return {
        "language": reading.language,
        "intents": guesses(reading.intents),
        "candidates": guesses(reading.candidates),
        "emotion": reading.emotion.value,
        "urgency": reading.urgency.value,
        "wants_human": reading.wants_human,
        "personal_data": spans(reading.personal_data),
        "reasons": {"emotion": list(reading.emotion.because), "urgency": list(reading.urgency.because)},
        "confidences": {"emotion": _rounded(reading.emotion), "urgency": _rounded(reading.urgency)},
        "model": reading.model,
    }


def guesses(found: Sequence[Guess]) -> list[dict[str, Any]]:
    return [{"name": guess.name, "confidence": round(guess.confidence, 3)} for guess in found]


def spans(found: Sequence[Span]) -> list[dict[str, Any]]:
    return [{"start": span.start, "end": span.end, "type": span.type} for span in found]


def corrected_intents(corrected: Mapping[str, Any]) -> list[dict[str, Any]]:
    """None of those known, where the correction says so."""
    return [{"name": corrected["intent"], "confidence": 1.0}] if corrected["intent"] else []


def _rounded(judged: Judged) -> float:
    return round(judged.confidence, 3)


def _maybe(moment: datetime | None) -> str | None:
    return rfc3339(moment) if moment else None
