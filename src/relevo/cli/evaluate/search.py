"""`relevo eval search`: how well search finds the texts that answer questions."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from relevo.cli.evaluate.show import percent, print_json, say
from relevo.cli.options import AsJson
from relevo.kit.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relevo.knowledge.index import Index, Nearness
    from relevo.knowledge.measure import MeasuredSearch, Missed

Corpus = Annotated[Path, typer.Option("--corpus", metavar="DOCS.jsonl", help="Texts, a JSON object a line.")]
Queries = Annotated[Path, typer.Option("--queries", metavar="Q.jsonl", help="Questions with the ids of their texts.")]
Locale = Annotated[
    str | None, typer.Option("--locale", metavar="es|en", help="The questions' language; else it is told from them.")
]
Embeddings = Annotated[
    bool, typer.Option("--embeddings", help="With sentence embeddings, if they are installed: some 10 ms a text.")
]
_LONG = 5_000  # from here on progress is shown
_MOST_SHOWN = 15


def evaluate_search(
    corpus: Corpus, queries: Queries, locale: Locale = None, embeddings: Embeddings = False, as_json: AsJson = False
) -> None:
    """Measure search on questions whose answering texts are known: recall@1, recall@5, MRR@10, time.

    A text is {"id", "title", "text"}, a question {"query", "relevant": [ids]}. Example:
    relevo eval search --corpus docs.jsonl --queries questions.jsonl
    """
    from dataclasses import replace

    from relevo.knowledge.measure import index_of_texts, measure_search, read_queries, read_texts

    if locale and locale[:2] not in ("es", "en"):
        raise SetupError(f"“{locale}” is not a language that is searched; there are es and en.")
    texts = read_texts(_lines(corpus))
    asked = read_queries(_lines(queries), texts)
    started = time.perf_counter()
    index = index_of_texts(texts, progress=_progress("texts read", len(texts)))
    built = time.perf_counter() - started
    near = _nearness(index) if embeddings else None
    measured = measure_search(
        index,
        asked,
        locale=locale[:2] if locale else None,
        near=near,
        progress=_progress("questions asked", len(asked)),
    )
    if as_json:
        print_json(
            {
                "n": measured.n, "recall@1": round(measured.recall_1, 4), "recall@5": round(measured.recall_5, 4),
                "mrr@10": round(measured.mrr_10, 4),
                "latency_ms": {"p50": round(measured.p50_ms, 3), "p99": round(measured.p99_ms, 3)},
            }
        )  # fmt: skip
    else:
        _show(replace(measured, build_s=built))


def _nearness(index: "Index") -> "Nearness":
    from relevo.adapters.minilm.embedder import INSTALL, installed, is_installed
    from relevo.knowledge.meaning import Vectors

    if not is_installed():
        raise SetupError(f"The files for sentence embeddings are not installed: {INSTALL}")
    vectors = Vectors(installed)
    if thread := vectors.learn(index):
        typer.echo(f"making vectors of {len(index)} passages …", err=True)
        thread.join()
    return vectors.nearness


def _lines(path: Path) -> "Sequence[str]":
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"{path} cannot be read ({getattr(error, 'strerror', None) or error}).") from None


def _progress(what: str, total: int) -> "Callable[[int, int], None] | None":
    if total < _LONG:
        return None
    return lambda done, of: typer.echo(f"{100 * done // of:3d} %  {what}", err=True)


def _show(measured: "MeasuredSearch") -> None:
    say(f"[bold]Search[/bold]: {measured.n} questions, {measured.texts} passages")
    say(f"  recall@1  {percent(measured.recall_1)}")
    say(f"  recall@5  {percent(measured.recall_5)}")
    say(f"  MRR@10    {measured.mrr_10:.3f}")
    say(
        f"  time      p50 {measured.p50_ms:.1f} ms, p99 {measured.p99_ms:.1f} ms; index made in {measured.build_s:.1f} s"
    )
    _show_missed(measured.missed)


def _show_missed(missed: "Sequence[Missed]") -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not missed:
        return
    table = Table(title=f"Not found first ({len(missed)})", title_justify="left")
    for name in ("question", "place", "first was"):
        table.add_column(name, overflow="fold")
    for one in sorted(missed, key=lambda one: one.place or 99, reverse=True)[:_MOST_SHOWN]:
        table.add_row(Text(one.query[:120]), str(one.place or "–"), Text(one.first or "–"))
    Console(highlight=False).print(table)
