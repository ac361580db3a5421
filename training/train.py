"""Trains the model that Relevo ships from the messages in this folder: `python -m training.train`.

The encoder half is trained before, by `training.encoder` and `training.export`, and takes long; this is the linear half, the weighing of
the two and the thresholds, and takes some minutes. training/README.md has the whole way.
"""

import argparse
from collections.abc import Sequence

from relevo.understanding.scores import scores
from relevo.understanding.shipped import judge
from relevo.understanding.shipped.encoder import Encoder
from relevo.understanding.shipped.model import ShippedModel
from training.corpus import SHIPPED, corpus, is_kept_back, labelled_messages
from training.fuse import fuse, tune
from training.linear import train_linear
from training.messages_file import TrainingMessage


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--version", default="2026.11")
    parser.add_argument(
        "--weigh-on",
        nargs="*",
        default=["*"],
        metavar="PATTERN",
        help="files to weigh on",
    )
    arguments = parser.parse_args()
    messages = corpus()
    kept = [message for message in corpus(arguments.weigh_on) if is_kept_back(message)]
    print(f"{len(messages)} messages, {len(kept)} of them kept back for the weighing")
    half = train_linear([message for message in messages if not is_kept_back(message)], arguments.version)
    encoder, labelled = Encoder.of_folder(SHIPPED), labelled_messages()
    fusion = fuse(half, encoder, kept)
    for tuned_on, measured_on in ((labelled[::2], labelled[1::2]), (labelled[1::2], labelled[::2])):
        _say_urgency(ShippedModel(half, encoder, tune(half, encoder, fusion, tuned_on)), measured_on)
    model = train_linear(messages, arguments.version)
    model.save(SHIPPED / "linear.npz")
    fusion = tune(model, encoder, fusion, labelled)
    fusion.save(SHIPPED / "fusion.json")
    for name, one in fusion.weighings.items():
        print(f"{name}: linear {one.linear:.2f}, encoder {one.encoder:.2f}")
    print(
        f"critical from {fusion.critical_from}, person from {fusion.person_from}, none below {fusion.none_below}, "
        f"tie from {fusion.near}, second wish from {fusion.further_from}"
    )
    print(f"{model.table.size:,} features, {(SHIPPED / 'linear.npz').stat().st_size / 2**20:.1f} MiB")


def _say_urgency(model: ShippedModel, messages: Sequence[TrainingMessage]) -> None:
    """On messages that the thresholds were not tuned on."""
    found = [judge.urgency(model, model.chances(message.text)).value for message in messages]
    measured = scores([message.urgency for message in messages], found)
    critical = measured.per_class["critical"]
    print(
        f"urgency on {len(messages)} others: macro F1 {measured.macro_f1:.3f}, "
        f"critical recall {critical.recall:.3f}, precision {critical.precision:.3f}"
    )


if __name__ == "__main__":
    main()
