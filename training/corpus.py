"""The messages of this folder, and which of them are kept back to weigh the two halves of the model."""

from collections.abc import Sequence
from fnmatch import fnmatch
from pathlib import Path
from zlib import crc32

from relevo.understanding.measure import read_labelled
from training.messages_file import TrainingMessage, read_messages

HERE = Path(__file__).parent
LABELLED = HERE.parent / "tests/understanding/messages/labelled.jsonl"
SHIPPED = HERE.parent / "src/relevo/understanding/shipped"


def corpus(patterns: Sequence[str] = ("*",)) -> list[TrainingMessage]:
    """Every message of the files whose names, without ending, fit one of `patterns`, once."""
    files = [
        path for path in sorted((HERE / "messages").glob("*.txt")) if any(fnmatch(path.stem, one) for one in patterns)
    ]
    found = [message for path in files for message in read_messages(path)]
    return list({message.text: message for message in found}.values())


def is_kept_back(message: TrainingMessage) -> bool:
    """One in ten, the same whatever else stands in the folder."""
    return crc32(message.text.encode()) % 10 == 0


def labelled_messages() -> list[TrainingMessage]:
    """Messages that are measured with and never trained on; thresholds may be tuned on them."""
    found = read_labelled(LABELLED.read_text(encoding="utf-8").splitlines())
    return [
        TrainingMessage(
            one.text, one.intent or "", one.emotion or "", one.urgency or "", bool(one.wants_human), one.lang or "", ""
        )
        for one in found
    ]
