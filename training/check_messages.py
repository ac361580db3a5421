"""Read the training messages, say what is wrong with them, and print the mix of their labels."""

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from training.messages_file import BadLine, read_messages


def main(paths: list[str]) -> int:
    messages, faults = [], 0
    for path in paths:
        try:
            messages += read_messages(Path(path))
        except BadLine as error:
            print(error)
            faults += 1
    repeated = [text for text, count in Counter(message.text for message in messages).items() if count > 1]
    for text in repeated:
        print("twice:", text)
    print(len(messages), "messages")
    for name in ("intent", "emotion", "urgency", "wants_human", "variant", "channel"):
        counts = Counter(getattr(message, name) for message in messages)
        print(f"{name}:", ", ".join(f"{value} {count}" for value, count in counts.most_common()))
    return 1 if faults or repeated else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
