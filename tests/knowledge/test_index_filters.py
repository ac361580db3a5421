"""What does not hold for the reader is not found, wherever one looks."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from relevo.knowledge.entry import Reader
from relevo.knowledge.index import Entry, Index
from relevo.knowledge.terms import slots_of

from .shelves import NAMES, NOW, index_of, line, shelves

readers = st.builds(
    Reader,
    audience=st.sampled_from(["everyone", "members"]),
    country=st.none() | st.sampled_from(["es", "mx", "fr"]),
    at=st.integers(-60, 60).map(lambda hours: NOW + timedelta(hours=hours)),
    locales=st.sampled_from([(), ("es",), ("en",)]),
)


def may_see(reader: Reader, entry: Entry) -> bool:
    """The rule once more, in other words than the product has it."""
    assert reader.at
    if entry.audience == "members" and reader.audience != "members":
        return False
    if (entry.valid_from and reader.at < entry.valid_from) or (entry.valid_until and entry.valid_until <= reader.at):
        return False
    if reader.country and entry.countries and reader.country not in entry.countries:
        return False
    return not reader.locales or entry.locale in reader.locales


@settings(max_examples=80, deadline=None)
@given(shelves(), readers, line)
def test_nothing_is_found_that_does_not_hold_and_everything_that_does(
    shelf: dict[str, list[Entry]], reader: Reader, question: str
) -> None:
    index = index_of(shelf).seen_by(reader)
    visible = {entry for part in shelf.values() for entry in part if may_see(reader, entry)}
    slots = [(slot, 1.0) for slot in slots_of(question, "es")]
    found = {hit.entry for hit in index.find(question, locale="es", limit=50)}
    assert found <= visible
    assert {hit.entry for hit in index.search(slots, locale="es", limit=50)} <= visible
    assert set(index.entries) == visible
    assert {entry for name in NAMES for entry in index.article(name)} == visible
    everything = {hit.entry for hit in index_of(shelf).find(question, locale="es", limit=50)}
    assert found == everything & visible


def test_what_is_left_out_takes_nobodys_place() -> None:
    hidden = [Entry(f"h{n}.md", "Horno", "", "El horno.", "es", audience="members") for n in range(300)]
    index = Index(
        [*hidden, Entry("b.md", "Otra cosa", "", "Algo de un horno, dicho de paso y con otras palabras.", "es")]
    )
    assert [hit.entry.article for hit in index.find("horno", locale="es", limit=3)] == ["b.md"]


def test_an_article_holds_from_its_first_moment_until_before_its_last() -> None:
    soon = Entry("a.md", "Rebajas", "", "Rebajas de enero.", "es", valid_from=NOW, valid_until=NOW + timedelta(days=1))
    index = Index([soon])

    def found(after: timedelta) -> bool:
        return bool(index.seen_by(Reader(at=NOW + after)).find("rebajas", locale="es", limit=1))

    assert not found(timedelta(microseconds=-1))
    assert found(timedelta())
    assert found(timedelta(hours=23))
    assert not found(timedelta(days=1))
