"""Every route of the product and who may use it. A route that is not named here makes a test fail."""

from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Any, Literal
from uuid import uuid4

Who = Literal["anybody", "customer", "agent", "supervisor", "admin"]

IMAGE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


@dataclass(frozen=True)
class Route:
    """A route and a request that it accepts. Ids of objects stand as `{name}` in path, query and body."""

    method: str
    path: str
    who: Who
    body: dict[str, Any] | None = None
    query: dict[str, str] = field_of(default_factory=dict[str, str])
    sends_file: bool = False
    file: tuple[str, bytes] = ("a.png", IMAGE)
    field: str = "file"  # of the form in which the file is sent
    tried_as_own: bool = True  # False: it would end the sign-in under test; it has tests of its own

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def objects(self) -> set[str]:
        """The kinds of objects that the request names."""
        whole = f"{self.path} {self.query} {self.body}"
        return {kind for kind in KINDS if f"{{{kind}}}" in whole}


KINDS = (
    "conversation_id", "contact_id", "member_id", "macro_id", "key_id", "inbox_id", "file_id", "message_id", "topic_id", "intent_id",
    "example_id", "model_id", "language_model_id", "article_id", "proposal_id", "recall_id", "source_id", "gap_id",
)  # fmt: skip

_CHAT = "/api/v1/chat"
_ONE = "/api/v1/conversations/{conversation_id}"
_INTENT = "/api/v1/intents/{intent_id}"
_ARTICLE = "/api/v1/articles/{article_id}"
_MODEL = "/api/v1/intent-models/{model_id}"
_SOURCE = "/api/v1/sources/{source_id}"
_GAP = "/api/v1/gaps/{gap_id}"

ROUTES = [
    # pages and operation
    Route("GET", "/", "anybody"),
    Route("GET", "/console", "anybody"),
    Route("GET", "/console/{path:path}", "anybody"),
    Route("GET", "/widget/v1.js", "anybody"),
    Route("GET", "/robots.txt", "anybody"),
    Route("GET", "/help/assets/{name}", "anybody"),
    Route("GET", "/help/{slug}", "anybody"),  # open where a workspace opened it; see tests/help_centre
    Route("GET", "/help/{slug}/", "anybody"),
    Route("GET", "/help/{slug}/theme.css", "anybody"),
    Route("GET", "/help/{slug}/sitemap.xml", "anybody"),
    Route("GET", "/help/{slug}/{locale}", "anybody"),
    Route("GET", "/help/{slug}/{locale}/", "anybody"),
    Route("GET", "/help/{slug}/{locale}/c/{category}", "anybody"),
    Route("GET", "/help/{slug}/{locale}/a/{article}", "anybody"),
    Route("POST", "/help/{slug}/{locale}/a/{article}/feedback", "anybody"),
    Route("GET", "/help/{slug}/{locale}/search", "anybody"),
    Route("GET", "/help/{slug}/{locale}/contact", "anybody"),
    Route("GET", "/help/{slug}/{locale}/{rest:path}", "anybody"),
    Route("GET", "/health/live", "anybody"),
    Route("GET", "/health/ready", "anybody"),
    Route("GET", "/metrics", "anybody"),  # on this machine; see tests/operation/test_health.py
    Route("GET", "/api/v1/openapi.json", "anybody"),
    Route("GET", "/api/v1/files/{link}", "anybody"),  # the link is signed; see tests/conversations/test_files.py
    # customers
    Route("GET", f"{_CHAT}/config", "anybody"),
    Route("POST", f"{_CHAT}/sessions", "anybody"),
    Route("GET", f"{_CHAT}/messages", "customer"),
    Route(
        "POST", f"{_CHAT}/messages", "customer", {"client_id": "{new}", "text": "hola", "attachments": ["{file_id}"]}
    ),
    Route("GET", f"{_CHAT}/events", "customer"),
    Route("POST", f"{_CHAT}/attachments", "customer", sends_file=True),
    Route("POST", f"{_CHAT}/hand-off", "customer", {}),
    Route("POST", f"{_CHAT}/rating", "customer", {"conversation_id": "{conversation_id}", "score": 5}),
    Route("POST", f"{_CHAT}/read", "customer", {"seq": 1}),
    Route("WS", f"{_CHAT}/socket", "customer"),
    # signing in, oneself
    Route("POST", "/api/v1/login", "anybody"),
    Route("POST", "/api/v1/logout", "agent", tried_as_own=False),
    Route("GET", "/api/v1/me", "agent"),
    Route("PATCH", "/api/v1/me", "agent", {"availability": "away"}),
    Route("POST", "/api/v1/me/password", "agent", {"old": "x", "new": "y"}, tried_as_own=False),
    # conversations
    Route("GET", "/api/v1/conversations", "agent"),
    Route("GET", "/api/v1/conversations/counts", "agent"),
    Route("GET", _ONE, "agent"),
    Route("GET", f"{_ONE}/messages", "agent"),
    Route("POST", f"{_ONE}/messages", "agent", {"client_id": "{new}", "text": "hola", "attachments": ["{file_id}"]}),
    Route("POST", f"{_ONE}/assign", "agent", {"member_id": "{member_id}"}),
    Route("POST", f"{_ONE}/resolve", "agent", {}),
    Route("POST", f"{_ONE}/reopen", "agent", {}),
    Route("POST", f"{_ONE}/snooze", "agent", {"until": "2099-01-01T09:00:00Z"}),
    Route("POST", f"{_ONE}/hand-off", "agent", {}),
    Route("POST", f"{_ONE}/hand-back", "agent", {}),
    Route("POST", f"{_ONE}/read", "agent", {"seq": 1}),
    Route("POST", f"{_ONE}/typing", "agent", {}),
    Route("POST", f"{_ONE}/viewing", "agent", {"viewing": True}),
    Route("GET", f"{_ONE}/handoff", "agent"),
    Route("PUT", f"{_ONE}/draft", "agent", {"text": "casi", "private": False}),
    Route("GET", f"{_ONE}/draft", "agent"),
    Route("DELETE", f"{_ONE}/draft", "agent"),
    Route("POST", f"{_ONE}/macros/{{macro_id}}", "agent", {"client_id": "{new}"}),
    Route("POST", "/api/v1/attachments", "agent", query={"conversation_id": "{conversation_id}"}, sends_file=True),
    Route("GET", "/api/v1/contacts/{contact_id}", "agent"),
    Route("PATCH", "/api/v1/contacts/{contact_id}", "agent", {"name": "Ana"}),
    Route("GET", "/api/v1/search", "agent", query={"q": "envío"}),
    Route("GET", "/api/v1/events", "agent"),
    Route("GET", "/api/v1/presence", "agent"),
    Route("WS", "/api/v1/socket", "agent"),
    # understanding
    Route("POST", "/api/v1/understand", "agent", {"text": "¿dónde está mi pedido?"}),
    Route("PUT", "/api/v1/messages/{message_id}/reading", "agent", {"intent": None, "urgency": "high"}),
    Route("GET", "/api/v1/corrections", "supervisor"),
    Route("GET", "/api/v1/topics", "agent"),
    Route("POST", "/api/v1/topics", "supervisor", {"name": "{new}"}),
    Route("PATCH", "/api/v1/topics/{topic_id}", "supervisor", {"title": "Envíos"}),
    Route("DELETE", "/api/v1/topics/{topic_id}", "supervisor"),
    Route("GET", "/api/v1/intents", "agent"),
    Route("POST", "/api/v1/intents", "supervisor", {"name": "{new}", "topic_id": "{topic_id}"}),
    Route(
        "POST", "/api/v1/intents/import", "supervisor", sends_file=True, file=("a.csv", b"text,intent\nhola,saludo\n")
    ),
    Route("GET", _INTENT, "agent"),
    Route("PATCH", _INTENT, "supervisor", {"topic_id": "{topic_id}"}),
    Route("DELETE", _INTENT, "supervisor"),
    Route("POST", f"{_INTENT}/examples", "supervisor", {"texts": ["¿cuánto falta?"]}),
    Route("POST", f"{_INTENT}/examples/{{example_id}}/accept", "supervisor"),
    Route("DELETE", f"{_INTENT}/examples/{{example_id}}", "supervisor"),
    Route("GET", "/api/v1/intent-models", "agent"),
    Route("POST", "/api/v1/intent-models", "supervisor", tried_as_own=False),  # one at a time; see tests/understanding
    Route("GET", _MODEL, "agent"),
    Route("POST", f"{_MODEL}/release", "supervisor"),
    Route("POST", f"{_MODEL}/try", "agent", {"text": "¿dónde está?"}),
    Route("DELETE", _MODEL, "supervisor"),
    # knowledge
    Route("GET", "/api/v1/synonyms", "agent"),
    Route("POST", "/api/v1/synonyms", "supervisor", {"groups": [["móvil", "celular"]]}),
    Route("GET", "/api/v1/sources", "agent"),
    Route("POST", "/api/v1/sources", "supervisor", {"kind": "page", "address": "https://{new}.invalid/"}),
    Route("GET", _SOURCE, "agent"),
    Route("PATCH", _SOURCE, "supervisor", {"title": "Web"}),
    Route("DELETE", _SOURCE, "supervisor"),
    Route("POST", f"{_SOURCE}/refresh", "supervisor"),
    Route("GET", f"{_SOURCE}/items", "agent"),
    Route(
        "POST",
        "/api/v1/knowledge/uploads",
        "supervisor",
        sends_file=True,
        file=("a.md", b"# A\n\nHola."),
        field="files",
    ),
    Route("GET", "/api/v1/articles", "agent"),
    Route("GET", "/api/v1/articles/facets", "agent"),
    Route("POST", "/api/v1/articles", "supervisor", {"title": "{new}", "body": "Hola", "locale": "es"}),
    Route("POST", "/api/v1/articles/preview", "agent", {"body": "**Hola**"}),
    Route("GET", _ARTICLE, "agent"),
    Route("PATCH", _ARTICLE, "supervisor", {"title": "Envíos"}),
    Route("DELETE", _ARTICLE, "supervisor"),
    Route("POST", f"{_ARTICLE}/publish", "supervisor"),
    Route("POST", f"{_ARTICLE}/withdraw", "supervisor"),
    Route("POST", f"{_ARTICLE}/review", "supervisor"),
    Route("GET", f"{_ARTICLE}/feedback", "agent"),
    Route("GET", f"{_ARTICLE}/revisions", "agent"),
    Route("GET", f"{_ARTICLE}/revisions/{{number}}", "agent"),
    Route("POST", f"{_ARTICLE}/revisions/{{number}}/restore", "supervisor"),
    # memory
    Route("GET", "/api/v1/contacts/{contact_id}/facts", "agent"),
    Route("POST", "/api/v1/contacts/{contact_id}/facts", "agent", {"kind": "country", "value": "mx"}),
    Route("DELETE", "/api/v1/contacts/{contact_id}/facts", "agent"),
    Route("GET", f"{_CHAT}/facts", "customer"),
    Route("DELETE", f"{_CHAT}/facts", "customer"),
    # gaps
    Route("GET", "/api/v1/gaps", "agent"),
    Route("GET", _GAP, "agent"),
    Route("POST", f"{_GAP}/draft", "supervisor"),
    Route("POST", f"{_GAP}/dismiss", "supervisor"),
    Route("POST", f"{_GAP}/reopen", "supervisor"),
    # language models
    Route("GET", "/api/v1/language-models", "admin"),
    Route("PUT", "/api/v1/language-models", "admin", {"models": []}),
    Route("POST", "/api/v1/language-models/{language_model_id}/test", "admin", {}),
    Route("GET", "/api/v1/language-models/calls", "admin"),
    Route("GET", "/api/v1/prompts", "admin"),
    # the assistant
    Route("GET", "/api/v1/autonomy", "agent"),
    Route("PUT", "/api/v1/autonomy/levels", "supervisor", {"topic": "orders", "level": "off"}),
    Route("POST", "/api/v1/autonomy/stop", "supervisor", tried_as_own=False),  # it would stop what other tests ask
    Route("POST", "/api/v1/autonomy/resume", "supervisor"),
    Route("GET", f"{_ONE}/proposals", "agent"),
    Route("POST", "/api/v1/proposals/{proposal_id}/release", "agent", {"client_id": "{new}"}),
    Route("POST", "/api/v1/proposals/{proposal_id}/refuse", "agent", {}),
    Route(
        "GET", "/api/v1/messages/{message_id}/why", "agent", tried_as_own=False
    ),  # see tests/assistant/test_receipts.py
    Route("GET", f"{_CHAT}/messages/{{message_id}}/sources", "customer"),
    Route("GET", "/api/v1/recalls", "agent"),
    Route("POST", "/api/v1/recalls/{recall_id}/send", "supervisor", {"client_id": "{new}", "text": "Una corrección"}),
    Route("POST", "/api/v1/recalls/{recall_id}/dismiss", "supervisor"),
    Route("GET", "/api/v1/help-centre", "agent"),
    Route("PUT", "/api/v1/help-centre", "admin", {"enabled": False}),
    # the workspace
    Route("GET", "/api/v1/workspace", "agent"),
    Route("PATCH", "/api/v1/workspace", "admin", {"form": "usted"}),
    Route("GET", "/api/v1/members", "agent"),
    Route("POST", "/api/v1/members", "admin", {"email": "{new}@example.com", "name": "Eva", "role": "agent"}),
    Route("PATCH", "/api/v1/members/{member_id}", "supervisor", {"skills": ["envíos"]}),
    Route("GET", "/api/v1/api-keys", "admin"),
    Route("POST", "/api/v1/api-keys", "admin", {"name": "ERP"}),
    Route("DELETE", "/api/v1/api-keys/{key_id}", "admin"),
    Route("GET", "/api/v1/inboxes", "agent"),
    Route("PATCH", "/api/v1/inboxes/{inbox_id}", "admin", {"name": "Web"}),
    Route("GET", "/api/v1/macros", "agent"),
    Route("POST", "/api/v1/macros", "supervisor", {"name": "Saludo", "text": "Hola"}),
    Route("PATCH", "/api/v1/macros/{macro_id}", "supervisor", {"name": "Saludo"}),
    Route("DELETE", "/api/v1/macros/{macro_id}", "supervisor"),
]


def filled(value: Any, ids: dict[str, str]) -> Any:
    """`value` with the ids put in; `{new}` is a new one each time, `{number}` one that every object
    has."""
    match value:
        case str():
            for kind, found in {"new": str(uuid4()), "number": "1", **ids}.items():
                value = value.replace(f"{{{kind}}}", found)
            return value
        case dict():
            return {name: filled(item, ids) for name, item in value.items()}
        case list():
            return [filled(item, ids) for item in value]
        case _:
            return value
