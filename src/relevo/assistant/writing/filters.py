"""What no sentence may hold, whatever it stands on: markup, foreign links, hidden characters, our instructions, another language."""

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass

from relevo.assistant.grounding.sentences import hides_something
from relevo.assistant.grounding.types import Evidence
from relevo.kit.errors import Malformed
from relevo.kit.folding import fold
from relevo.kit.text import clean
from relevo.understanding.language import language_of

_HTML = re.compile(
    r"<\s*[a-zA-Z/!?]|&(?:#\w{1,8}|[a-zA-Z]{2,10});|javascript\s*:|data\s*:\s*\w+/|\bon\w{3,20}\s*=", re.IGNORECASE
)
_MARKDOWN = re.compile(r"!\s*\[|\]\s*\(|\]\s*\[|\]\s*:\s*\S|```|^\s{0,3}(?:#{1,6}\s|>|\|)|\|\s*-{3}", re.MULTILINE)
_LINK = re.compile(r"\b(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|tel:)[^\s<>\"'“”«»]+", re.IGNORECASE)
_BARE = re.compile(r"(?<![@\w.])(?:[a-z0-9-]{1,63}\.)+(?:[a-z]{2,12})/\S+", re.IGNORECASE)
_FORMULA = re.compile(r"^\s*[=+@\t][A-Za-z(=+@-]|^\s*-[A-Za-z]+\(")
_ROLE = re.compile(
    r"^\s*(?:system|assistant|user|sistema|asistente|usuario|human|tool)\s*[:>\]]|<\||\|>|\[/?INST\]", re.IGNORECASE
)
_A_PERSON = re.compile(
    r"\b(?:soy (?:una? )?(?:persona|humano|humana|mujer|hombre|agente humano)\b|no soy (?:una? )?(?:ia|bot|robot|maquina)\b"
    r"|i(?:'m| am) (?:a |an )?(?:real |actual |human )?(?:human|person|man|woman)\b|i(?:'m| am) not (?:a |an )?(?:ai|bot|robot|machine))"
)
_COARSE = re.compile(
    r"\b(?:puta|putas|puto|mierda|gilipollas|cabron|cabrones|imbecil|idiota|estupido|estupida|pendejo|chinga\w*|verga|joder|follar"
    r"|fuck\w*|shit\w*|bitch\w*|asshole\w*|bastard\w*|cunt\w*|dickhead\w*|motherf\w*|moron|stupid)\b"
)
_RUN = 9  # words in a row that a sentence may share with our instructions


@dataclass(frozen=True, slots=True)
class Filters:
    """Of one answer. `private` is the system's words, `secrets` what must not appear in any writing."""

    evidence: Sequence[Evidence]
    locale: str
    private: str
    secrets: tuple[str, ...]

    def objections(self, sentence: str) -> tuple[str, ...]:
        """Codes of what is wrong with a sentence; none where it may go on to the gate."""
        plain = fold(sentence)
        found = {
            "hidden_characters": hides_something(sentence) or not _is_clean(sentence),
            "markup": bool(_HTML.search(sentence) or _MARKDOWN.search(sentence)),
            "link": not self._links_are_known(sentence),
            "formula": bool(_FORMULA.search(sentence)),
            "role": bool(_ROLE.search(sentence)),
            "claims_to_be_a_person": bool(_A_PERSON.search(plain)),
            "coarse": bool(_COARSE.search(plain)) and not self._stands_in_evidence(plain),
            "instructions": self._tells_instructions(sentence),
        }
        return tuple(code for code, is_so in found.items() if is_so)

    def is_another_language(self, text: str) -> bool:
        """Whether it is written in a language that the customer does not speak here. Names and lists of the company's own words can look
        so; what stands in a passage of the right language is none."""
        if any(one.locale == self.locale and text.rstrip(".") in one.text for one in self.evidence):
            return False
        language = language_of(text, inherited=self.locale)
        return language.sure and language.code != self.locale and len(text.split()) > 3

    def _links_are_known(self, sentence: str) -> bool:
        links = [match[0].rstrip(".,;:!?)»”\"'") for pattern in (_LINK, _BARE) for match in pattern.finditer(sentence)]
        known = {_bare(word) for one in self.evidence for word in (one.url or "", *one.text.split())}
        return all(_bare(link) in known for link in links)

    def _stands_in_evidence(self, plain: str) -> bool:
        words = [match[0] for match in _COARSE.finditer(plain)]
        texts = " ".join(fold(one.text) for one in self.evidence)
        return all(word in texts for word in words)

    def _tells_instructions(self, sentence: str) -> bool:
        letters = _letters(sentence)
        for secret in self.secrets:
            packed = base64.b64encode(secret.encode()).decode().rstrip("=")
            if any(_letters(form) in letters for form in (secret, secret[::-1], packed, secret.encode().hex())):
                return True
        words, own = _words(sentence), f" {' '.join(_words(self.private))} "
        return any(f" {' '.join(words[at : at + _RUN])} " in own for at in range(len(words) - _RUN + 1))


def _is_clean(text: str) -> bool:
    try:
        return clean(text) == text
    except Malformed:
        return False


def _bare(link: str) -> str:
    return re.sub(r"^[a-z]+://(?:www\.)?|^www\.|^mailto:|^tel:", "", link.strip("()[]<>.,;:!?«»“”\"'").lower()).rstrip(
        "/"
    )


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))
