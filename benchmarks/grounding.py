"""How long the gate takes for an answer of six sentences over six passages of the demo's articles.

python -m benchmarks.grounding
"""

import statistics
import time
from importlib.resources import files

from relevo.assistant.grounding.check import check
from relevo.assistant.grounding.judge import judged
from relevo.assistant.grounding.types import Evidence
from relevo.knowledge.documents import read_document
from relevo.knowledge.passages import passages_of

ANSWER = (
    "En la península el envío estándar tarda de 3 a 5 días laborables. Cuesta 4,90 € y es gratis a partir de 49 €."
    " A Baleares llegamos en 5-7 días laborables."
    " Si no hay nadie en casa, el paquete espera 7 días naturales en el punto de recogida más cercano. Avísanos en 48 horas si llega roto."
    " Los domingos también repartimos por 12 €."
)  # fmt: skip
ROUNDS = 200


def main() -> None:
    """Milliseconds of the processor, so that what else runs on the machine does not count."""
    name = "envios.md"
    document = read_document(name, files("relevo.demo").joinpath("articles", name).read_text("utf-8"))
    passages = passages_of(document)[:6]
    for label, work in (("check", check), ("judged", judged)):
        work(ANSWER, _evidence(document, passages, 0))  # tables are read once
        fresh = [_timed(work, _evidence(document, passages, turn + 1)) for turn in range(ROUNDS)]
        same = _evidence(document, passages, 0)
        again = [_timed(work, same) for _ in range(ROUNDS)]
        for kind, times in (("new passages", fresh), ("passages seen before", again)):
            ordered = sorted(times)
            print(
                f"{label:7} {kind:21} p50 {statistics.median(times):6.2f} ms   p99 {ordered[int(0.99 * len(ordered))]:6.2f} ms"
            )


def _evidence(document, passages, turn):
    """Passages whose text was not seen before, so that nothing is remembered."""
    end = f"\nNota {turn}." if turn else ""
    return [Evidence(document.name, document.title, one.heading, one.text + end, document.locale) for one in passages]


def _timed(work, evidence) -> float:
    started = time.process_time()
    work(ANSWER, evidence, locale="es")
    return 1000 * (time.process_time() - started)


if __name__ == "__main__":
    main()
