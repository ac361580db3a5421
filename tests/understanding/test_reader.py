"""The process that reads messages may die at any moment; nobody notices but those who look into the log."""

import os
import signal
import time
from collections.abc import Iterator
from typing import Any

import pytest

from relevo.kit.errors import Unavailable
from relevo.understanding.reader.process import CannotStart, Process, ReaderDied
from relevo.understanding.reader.reader import Reader, Text, Unreadable
from relevo.understanding.reading import read
from tests.conftest import Server

TEXT = "¿Dónde está mi pedido? Mi correo es ana@example.com 👍"


@pytest.fixture(scope="module")
def process() -> Iterator[Process]:
    process = Process()
    yield process
    process.stop()


def order(text: str) -> dict[str, Any]:
    return {"text": text, "inherited": "es", "names": [], "own": None, "version": 0}


def test_it_reads_as_the_function_does(server: Server) -> None:
    found = server.run(server.platform.part(Reader).read(Text(TEXT, "es", ("Ana",))))
    assert found == read(TEXT, inherited="es", known_names=["Ana"])


@pytest.mark.parametrize("text", ["", "\x00", "\ud800", "a\nb\r\n", '"}\n{"', "é" * 9_000, "\u2028"])
def test_no_text_disturbs_the_next_one(server: Server, text: str) -> None:
    reader = server.platform.part(Reader)
    server.run(reader.read(Text(text, "es")))
    assert server.run(reader.read(Text("¿Dónde está mi pedido?", "es"))).language == "es"


def test_one_that_was_killed_is_replaced(process: Process) -> None:
    assert process.ask(order("hola"))["language"] == "es"
    assert process._child
    os.kill(process._child.pid, signal.SIGKILL)
    time.sleep(0.1)
    assert process.ask(order("hola"))["language"] == "es"


def test_one_that_stops_answering_is_replaced(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    process.ask(order("hola"))
    assert process._child
    os.kill(process._child.pid, signal.SIGSTOP)
    monkeypatch.setattr("relevo.understanding.reader.process._LONGEST_ANSWER_SECONDS", 0.3)
    with pytest.raises(ReaderDied):
        process.ask(order("hola"))
    monkeypatch.undo()
    assert process.ask(order("hola"))["language"] == "es"


def test_one_that_does_not_start_is_not_tried_all_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    process = Process()
    began = time.monotonic()
    for _ in range(50):
        with pytest.raises(CannotStart):
            process.ask(order("hola"))
    assert time.monotonic() - began < 1, "a process was started for each"


def test_a_text_that_ends_it_is_told_from_a_process_that_cannot_start(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dies(*_: object) -> None:
        raise ReaderDied

    def cannot(*_: object) -> None:
        raise CannotStart

    reader = Reader(server.platform)
    monkeypatch.setattr(reader._process, "ask", dies)
    with pytest.raises(Unreadable):
        server.run(reader.read(Text("hola", "es")))
    monkeypatch.setattr(reader._process, "ask", cannot)
    with pytest.raises(Unavailable):
        server.run(reader.read(Text("hola", "es")))


def test_it_ends_when_nobody_asks_any_more() -> None:
    process = Process()
    process.ask(order("hola"))
    assert process._child
    assert process._child.stdin
    process._child.stdin.close()  # as the end of its parent does, however that came
    assert process._child.wait(10) == 0
