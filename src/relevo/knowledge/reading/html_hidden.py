"""Text of a page that its readers do not see. It is taken out, and told to the editor: it may be meant for machines."""

import re

from relevo.knowledge.reading.html_tree import Node

_STYLES = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0*)?(?:;|$|!)|font-size:(?:0|0?\.\d+|[12](?:\.\d+)?)(?:px|pt|em|rem|%|;|$)"
    r"|(?:left|top|text-indent|margin-left):-\d{3,}|clip:rect\((?:0|1)|clip-path:inset\((?:50|100)%|(?:^|;)(?:height|width):[01](?:px)?;"
    r".*overflow:hidden|color:transparent|color:(?:white|#fff(?:fff)?|rgb\(255,255,255\))(?:;|$|!)"
)
_WHITE = re.compile(r"color:(?:white|#fff)")  # where a class may put something dark behind it
_SMALL_EM = re.compile(r"font-size:[12](?:\.\d+)?(?:em|rem)")
_BACKGROUND = re.compile(r"background(?:-color|-image)?:(?!white|#fff|none|transparent)")
_RULE = re.compile(r"([^{}@;]{1,400})\{([^{}]{0,4000})\}")
_NAME = re.compile(r"^[a-z]*([.#])([\w-]+)$")
_MEDIA = re.compile(r"@[^{};]{0,300}\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_WORDS = 4
_LONGEST_ALT = 125


def take_hidden(root: Node) -> list[str]:
    """Takes what is hidden out of the tree, and gives its texts. What a reader can open is not hidden."""
    names = _hidden_names(root)
    found: list[str] = []
    _take(root, names, _opened_by_a_click(root), found)
    return [text for text in found if len(text.split()) >= _WORDS]


def told_to_machines(root: Node, comments: tuple[str, ...]) -> list[str]:
    """Sentences in comments and in descriptions of pictures, which are no content either."""
    alts = [node.attrs.get("alt", "") for node in root.walk() if node.tag == "img"]
    said = [" ".join(text.split()) for text in comments if not text.lstrip().startswith(("[if", "<"))]
    return [text for text in said if len(text.split()) >= 2 * _WORDS] + [a for a in alts if len(a) > _LONGEST_ALT]


def _take(node: Node, names: frozenset[str], opened: frozenset[str], found: list[str]) -> None:
    kept: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and _is_hidden(child, names) and child.attrs.get("id", "") not in opened:
            found.append(child.text())
            continue
        if isinstance(child, Node):
            _take(child, names, opened, found)
        kept.append(child)
    node.children = kept


def _opened_by_a_click(root: Node) -> frozenset[str]:
    """Parts that a button of the page names, as the answers of a list of questions."""
    named = ("aria-controls", "data-target", "data-bs-target")
    return frozenset(node.attrs[name].lstrip("#") for node in root.walk() for name in named if node.attrs.get(name))


def _is_hidden(node: Node, names: frozenset[str]) -> bool:
    if "hidden" in node.attrs and node.attrs["hidden"] != "until-found":
        return True
    hides = is_hiding(node.style) and not (_WHITE.search(node.style) and node.attrs.get("class"))
    return hides or (bool(names) and not names.isdisjoint(node.names))


def is_hiding(style: str) -> bool:
    """Whether these declarations, without blanks, leave nothing to see."""
    found = _STYLES.search(style)
    if not found or _SMALL_EM.search(found[0]):
        return False
    return not (found[0].startswith("color:") and _BACKGROUND.search(style))


def _hidden_names(root: Node) -> frozenset[str]:
    """Classes and ids that the page's own style sheet hides, in its plain rules."""
    names: set[str] = set()
    for node in root.walk():
        if node.tag != "style":
            continue
        sheet = _MEDIA.sub("", "".join(c for c in node.children if isinstance(c, str))[:200_000].lower())
        for selectors, declarations in _RULE.findall(sheet):
            if is_hiding("".join(declarations.split())):
                names |= {m[2] for one in selectors.split(",") if (m := _NAME.match(one.strip()))}
    return frozenset(names)
