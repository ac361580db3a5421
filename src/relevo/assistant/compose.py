"""An answer made only of what the passages say, with a short lead-in. Figures are copied, never computed or rephrased."""

import re
from collections.abc import Sequence

from relevo.assistant.grounding.types import Evidence
from relevo.assistant.scope import Scope, country_named
from relevo.assistant.texts import wording
from relevo.assistant.types import Source, Voice
from relevo.assistant.units import Unit
from relevo.knowledge.index import Entry
from relevo.knowledge.passages import ROW_NAME

_FIGURE = (
    r"(?:(?:hasta|a las|a los|de|en|un|una|within|in|of)\s)?(?:MXN |[€$])?\d[\d.,]*(?:\s(?:€|%|[a-záéíóúñ]+)){0,3}?"
)
_EITHER = re.compile(
    rf"({_FIGURE}\s(?:en|in)\s(?:España|Spain))(?:,?\s(?:o|y|or|and)\s|,\s|;\s)({_FIGURE}\s(?:en|in)\s(?:México|Mexico))"
)
QUOTE_LIMIT = 600


def answer_text(units: Sequence[Unit], *, voice: Voice, lead: str, customer: Scope) -> str:
    """`lead`, then the units: sentences run on, steps, items and rows stand on lines of their own."""
    said = _lines(units, customer)
    if units[0].entry.locale != voice.locale:
        return f"{wording('other_language', voice, title=units[0].entry.title)}\n\n{said}"
    return f"{lead} {said}".strip() if "\n" not in said and not said.startswith("- ") else f"{lead}\n\n{said}".strip()


def sources_of(units: Sequence[Unit]) -> tuple[Source, ...]:
    """One source per passage, with the words that were used."""
    quotes: dict[tuple[str, str, int], list[Unit]] = {}
    for unit in units:
        quotes.setdefault((unit.entry.article, unit.entry.heading, unit.entry.position), []).append(unit)
    return tuple(
        Source(
            used[0].entry.article, _title(used[0]), _shortened(" ".join(unit.text for unit in used)), used[0].entry.url
        )
        for used in quotes.values()
    )


def evidence_of(units: Sequence[Unit]) -> tuple[Evidence, ...]:
    """The passages that the units stand in, each once."""
    return tuple(evidence(entry) for entry in dict.fromkeys(unit.entry for unit in units))


def evidence(entry: Entry) -> Evidence:
    return Evidence(
        entry.article, entry.title, entry.heading, entry.text, entry.locale, entry.article_id, entry.revision, entry.url,
        entry.position,
    )  # fmt: skip


def _lines(units: Sequence[Unit], customer: Scope) -> str:
    parts: list[str] = []
    previous: Unit | None = None
    open_country = customer.country is None  # then it is said for which country it holds
    for unit in units:
        text = _said(unit, customer)
        starts = previous is None or unit.entry != previous.entry
        if open_country and starts and country_named(unit.entry.heading):
            text = f"{unit.entry.heading}:\n{text}"
        same_run = previous is not None and unit.kind == "sentence" and previous.kind == "sentence"
        parts.append((" " if same_run else "\n" if parts else "") + text)
        previous = unit
    return "".join(parts)


def _said(unit: Unit, customer: Scope) -> str:
    if unit.kind == "row":
        return f"- {unit.text.replace(ROW_NAME, ': ', 1)}"
    return unit.text if customer.country is None else _only_for(unit.text, customer.country)


def _only_for(text: str, country: str) -> str:
    """ "29 € en España o $349 en México", said to somebody whose country is known."""
    group = {"es": 1, "mx": 2}.get(country)
    return _EITHER.sub(lambda match: match.group(group), text) if group else text


def differs_by_country(text: str) -> bool:
    """One sentence that gives a figure for each country."""
    return bool(_EITHER.search(text))


def _title(unit: Unit) -> str:
    return f"{unit.entry.title}: {unit.entry.heading}" if unit.entry.heading else unit.entry.title


def _shortened(text: str) -> str:
    return text if len(text) <= QUOTE_LIMIT else text[: QUOTE_LIMIT - 1].rsplit(" ", 1)[0] + "…"
