"""A company's colour made fit to be read: on light and on dark, as text and under text."""

from functools import lru_cache

# The lightest ground of each scheme that text stands on, besides those in the company's colour.
_LIGHT, _DARK = (255, 255, 255), (30, 28, 26)
_ENOUGH = 4.6  # of contrast; WCAG asks for 4.5

Colour = tuple[int, int, int]


@lru_cache(maxsize=256)
def stylesheet(color: str) -> str:
    """Custom properties for both schemes."""
    own = _parsed(color)
    fill = _until_readable(own, (255, 255, 255), towards=(0, 0, 0))
    light = _rules(
        accent=fill, text=_until_readable(own, _LIGHT, _mixed(_LIGHT, own, 0.16), towards=(0, 0, 0)), tint=_mixed(_LIGHT, own, 0.07),
        tint_strong=_mixed(_LIGHT, own, 0.16),
    )  # fmt: skip
    dark = _rules(
        accent=fill, text=_until_readable(own, _DARK, _mixed(_DARK, own, 0.30), towards=(255, 255, 255)), tint=_mixed(_DARK, own, 0.14),
        tint_strong=_mixed(_DARK, own, 0.30),
    )  # fmt: skip
    return f":root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}"


def _rules(*, accent: Colour, text: Colour, tint: Colour, tint_strong: Colour) -> str:
    named = {"accent": accent, "accent-text": text, "tint": tint, "tint-strong": tint_strong}
    return "".join(f"--{name}:{_written(colour)};" for name, colour in named.items())


def _until_readable(colour: Colour, *grounds: Colour, towards: Colour) -> Colour:
    """`colour`, moved as little as is needed for it to be read on all of `grounds` (or them on it)."""
    for step in range(21):
        moved = _mixed(colour, towards, step / 20)
        if all(contrast(moved, ground) >= _ENOUGH for ground in grounds):
            return moved
    return towards


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _parsed(color: str) -> Colour:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)


def _written(colour: Colour) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
