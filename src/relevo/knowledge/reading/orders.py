"""Sentences in a document that are meant for a language model and not for people. They stay data whatever they say; whoever edits the
knowledge base is told, and the document waits for them."""

import re

_ORDERS = re.compile(
    r"(?:"
    r"\b(?:ignore|disregard|forget|override|bypass)\b[^.\n]{0,40}\b(?:previous|prior|above|earlier|preceding|your|all|any|the)\b[^.\n]{0,30}"
    r"\b(?:instructions?|prompts?|rules|guidelines|guardrails|directives|polic(?:y|ies) above)\b"
    r"|\b(?:ignor[ae]n?|olvid[ae]n?|desobede(?:ce|zca)|haz caso omiso de|haga caso omiso de|no (?:hagas|haga) caso (?:a|de)|omite)\b[^.\n]{0,40}"
    r"\b(?:instrucciones|indicaciones|órdenes|ordenes|directrices|reglas)\b[^.\n]{0,40}"
    r"\b(?:anteriores|previas|de arriba|que (?:te|le) (?:han|hayan|dieron)|del sistema|recibidas|originales|tus|sus)\b"
    r"|\b(?:ignor[ae]n?|olvid[ae]n?)\b[^.\n]{0,15}\b(?:tus|sus|todas (?:las|tus))\b[^.\n]{0,20}\b(?:instrucciones|reglas|indicaciones)\b"
    r"|\b(?:system|developer) (?:prompt|message|instructions?)\b|\b(?:prompt|mensaje|instrucciones) (?:del|de) sistema\b"
    r"|\byou are (?:now|no longer) (?:an?|the|in)\b[^.\n]{0,40}\b(?:assistant|ai|model|bot|mode|chatbot|jailbr\w+|dan)\b"
    r"|\b(?:a partir de ahora|desde ahora|ahora) (?:eres|actúas? como|actuarás)\b[^.\n]{0,40}\b(?:asistente|ia|modelo|bot|modo)\b"
    r"|\b(?:as|note to|attention|instructions? (?:for|to)|message to)\b[^.\n]{0,15}\b(?:an? |the |any |all )?(?:ai|llms?|language models?|chatbots?|"
    r"ai (?:assistants?|agents?|models?))\b[^.\n]{0,40}(?:\byou (?:must|should|will|have to)\b|:)"
    r"|\b(?:nota|aviso|instrucci(?:ón|ones)|mensaje|atención)\b[^.\n]{0,15}\b(?:al|a la|para (?:el|la|los)?|los)\s*(?:asistentes?|ia|modelos?(?: de lenguaje)?|llm|"
    r"chatbots?|bots?)\b[^.\n]{0,20}(?:\b(?:debes?|deber[áa]s?|tienes que)\b|:)"
    r"|<\|(?:im_start|im_end|system|endoftext|user|assistant)\|>|\[/?INST\]|<<SYS>>|^#{2,4} ?(?:system|instruction)s?:"
    r"|\b(?:do not|don't|never) (?:tell|reveal|mention|inform|show)\b[^.\n]{0,30}\b(?:user|customer)s?\b[^.\n]{0,30}\b(?:instruction|prompt|this (?:note|text))"
    r"|\b(?:reveal|print|repeat|output|show)\b[^.\n]{0,20}\byour\b[^.\n]{0,20}\b(?:prompt|instructions|rules)\b"
    r"|\b(?:revela|muestra|repite|imprime)\b[^.\n]{0,20}\btus?\b[^.\n]{0,20}\b(?:prompt|instrucciones|reglas)\b"
    r")",
    re.IGNORECASE | re.MULTILINE,
)
_SENTENCE = re.compile(r"[^.\n]*$")
_LONGEST = 2_000_000


def orders_in(text: str) -> str | None:
    """The first of them, with what stands around it; None where there is none."""
    found = _ORDERS.search(text[:_LONGEST])
    if found is None:
        return None
    start = _SENTENCE.search(text, max(0, found.start() - 80), found.start())
    return " ".join(text[start.start() if start else found.start() : found.end() + 80].split())[:200]
