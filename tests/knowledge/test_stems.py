"""Stems are the same whoever asks for them at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial

from relevo.knowledge.stems import stem
from relevo.understanding.own import words

WORDS = [f"{root}{ending}" for root in ("devolu", "cancela", "factura", "reembols", "instala", "promocion") for ending in
         ("ciones", "ndo", "bamos", "mente", "rías", "ría", "dores", "remos", "ción", "das")]  # fmt: skip


def test_stemming_in_many_threads_gives_what_one_gives() -> None:
    for function in (partial(stem.__wrapped__, locale="es"), words.stem.__wrapped__):
        alone = [function(word) for word in WORDS]
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(function, WORDS * 60))
        assert together == alone * 60
