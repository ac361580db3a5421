"""Sentences shown while an answer is being written."""

from collections.abc import Sequence

from relevo.assistant.writing.types import OnSentence


class Preview:
    """Holds courtesies back until there is something to say. Of several attempts only one is shown: what a second says anew would
    stand beside what the first said."""

    def __init__(self, on_sentence: OnSentence | None) -> None:
        self._tell = on_sentence
        self._held: list[str] = []
        self._has_told = False

    async def show(self, sentences: Sequence[str], *, ready: bool) -> None:
        if self._tell is None:
            return
        self._held += sentences
        if not ready:
            return
        held, self._held = self._held, []
        for sentence in held:
            self._has_told = True
            await self._tell(sentence)

    def close(self) -> None:
        """An attempt has ended."""
        self._held = []
        if self._has_told:
            self._tell = None
