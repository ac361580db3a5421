"""Personal data in a text: what identifies a person or reaches their money.

Found by form, check digits, numbering plans, the words around, and lists of names. No network, no model; the same text gives the
same spans. More certain kinds come first, and what one has taken no other takes.
"""

from collections.abc import Sequence

from relevo.understanding.personal.accounts import find_ibans
from relevo.understanding.personal.addresses import find_addresses
from relevo.understanding.personal.emails import find_emails
from relevo.understanding.personal.identifiers import find_identifiers
from relevo.understanding.personal.ips import find_ips
from relevo.understanding.personal.names import find_names
from relevo.understanding.personal.numbers import find_numbers
from relevo.understanding.personal.scan import Scan
from relevo.understanding.personal.spans import Taken
from relevo.understanding.personal.spelled import spelled_numbers
from relevo.understanding.types import Span

_MOST_REPEATED = 50


def find_personal_data(text: str, *, known_names: Sequence[str] = ()) -> tuple[Span, ...]:
    """Spans in the order of the text, without overlaps. `known_names` are those of the contact, found in any writing."""
    if not text or text.isspace():
        return ()
    scan = Scan(text)
    taken = Taken()
    _take(taken, find_emails(scan))
    spelled = spelled_numbers(scan)
    if spelled or any(c.isdigit() for c in scan.folded):
        for find in (find_ibans, find_identifiers, find_ips):
            _take(taken, find(scan))
        addresses = find_addresses(scan)
        _take(taken, find_numbers(scan, spelled, Taken((*taken.all(), *sorted(addresses, key=lambda s: s.start)))))
        _take(taken, addresses)
    _take(taken, find_names(scan, known_names, taken))
    _take(taken, _again(text, taken.all()))
    return taken.all()


def _again(text: str, found: Sequence[Span]) -> list[Span]:
    """The same numbers and addresses elsewhere in the text, where nothing around them says what they are."""
    values = {text[span.start : span.end]: span.type for span in found if span.type != "name"}
    spans: list[Span] = []
    for value, kind in list(values.items())[:_MOST_REPEATED]:
        start = text.find(value)
        while start >= 0:
            end = start + len(value)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                spans.append(Span(start, end, kind))
            start = text.find(value, end)
    return spans


def _take(taken: Taken, spans: Sequence[Span]) -> None:
    """The longest first where two of the same kind of finder overlap."""
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        taken.take(span)
