"""Sentences in a document that are meant for a language model and not for people. They stay data whatever they say; whoever edits the
knowledge base is told, and the document waits for them."""

import re

_REST = r"[^.\n]"
_PATTERNS = (
    # "ignore the previous instructions", in both languages
    (
        rf"\b(?:ignore|disregard|forget|override|bypass)\b{_REST}{{0,40}}\b(?:previous|prior|above|earlier|preceding|your|all|any|the)\b"
        rf"{_REST}{{0,30}}\b(?:instructions?|prompts?|rules|guidelines|guardrails|directives)\b"
    ),
    (
        rf"\b(?:ignor[ae]n?|olvid[ae]n?|desobede(?:ce|zca)|ha[zg]a? caso omiso de|no ha(?:gas|ga|z) caso (?:a|de)|omite)\b{_REST}{{0,40}}"
        rf"\b(?:instrucciones|indicaciones|órdenes|ordenes|directrices|reglas)\b{_REST}{{0,40}}"
        r"\b(?:anteriores|previas|de arriba|que (?:te|le) (?:han|hayan|dieron)|del sistema|recibidas|originales)\b"
    ),
    rf"\b(?:ignor[ae]n?|olvid[ae]n?)\b{_REST}{{0,15}}\b(?:tus|todas (?:las|tus))\b{_REST}{{0,20}}\b(?:instrucciones|reglas|indicaciones)\b",
    # who it is said to be
    rf"\byou are (?:now|no longer) (?:an?|the|in)\b{_REST}{{0,40}}\b(?:assistant|ai|model|bot|mode|chatbot|dan)\b",
    rf"\b(?:a partir de ahora|desde ahora|ahora) (?:eres|actúas? como|actuarás)\b{_REST}{{0,40}}\b(?:asistente|ia|modelo|bot|modo)\b",
    # to whom it speaks
    (
        rf"\b(?:note|attention|instructions?|message|important)\b{_REST}{{0,15}}\b(?:to|for)\b (?:an? |the |any |all )?"
        rf"(?:ai|llms?|language models?|chatbots?|ai (?:assistants?|agents?|models?))\b{_REST}{{0,40}}(?:\byou (?:must|should|will)\b|:)"
    ),
    (
        rf"\b(?:nota|aviso|instrucci(?:ón|ones)|mensaje|atención)\b{_REST}{{0,15}}\b(?:al|a la|para (?:el|la|los)?|los)\s*"
        rf"(?:asistentes?|ia|modelos?|llm|chatbots?|bots?)\b{_REST}{{0,20}}(?:\b(?:debes?|deber[áa]s?|tienes que)\b|:)"
    ),
    rf"\bas an? (?:ai|language model|ai assistant),? you (?:must|should|will|have to)\b{_REST}*",
    # what it is after
    r"\bsystem prompt\b|\b(?:prompt|instrucciones) del sistema\b|\b(?:your|tus?) (?:prompt|instrucciones ocultas)\b",
    (
        rf"\b(?:do not|don't|never) (?:tell|reveal|mention|inform|show)\b{_REST}{{0,30}}\b(?:user|customer)s?\b{_REST}{{0,30}}"
        r"\b(?:instruction|prompt|this (?:note|text))"
    ),
    rf"\b(?:reveal|print|repeat|output)\b{_REST}{{0,20}}\byour\b{_REST}{{0,20}}\b(?:prompt|instructions|rules)\b",
    rf"\b(?:revela|repite|imprime)\b{_REST}{{0,20}}\btus?\b{_REST}{{0,20}}\b(?:prompt|instrucciones|reglas)\b",
    # how models are spoken to
    r"<\|(?:im_start|im_end|system|endoftext|user|assistant)\|>|\[/?INST\]|<<SYS>>|^#{2,4} ?(?:system|instruction)s?:",
)
_ORDERS = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE | re.MULTILINE)
_BEFORE = 80
_LONGEST = 2_000_000


def orders_in(text: str) -> str | None:
    """The first of them, with what stands around it; None where there is none."""
    found = _ORDERS.search(text[:_LONGEST])
    if found is None:
        return None
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    start = max(before.rfind("."), before.rfind("\n")) + 1
    return " ".join((before[start:] + text[found.start() : found.end() + _BEFORE]).split())[:200]
