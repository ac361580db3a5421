"""What is remembered of a customer, where it decides something in an answer."""

from dataclasses import replace

from relevo.assistant.types import Context
from relevo.assistant.units import Unit
from relevo.kit.folding import fold

_SHORT = 1


def with_product(context: Context) -> Context | None:
    """The question as if they had said which product they have; None where that is not known or was said. Only for where it would be
    asked otherwise, so that it never changes what else is found."""
    product = context.remembered.product
    if product is None or fold(product) in fold(context.text):
        return None
    return replace(context, text=f"{context.text} ({product})", remembered=replace(context.remembered, product=None))


def as_short_as_liked(units: list[Unit], context: Context) -> list[Unit]:
    """For who wants it short, the sentence that answers and nothing around it; steps, items and rows belong together."""
    if context.remembered.detail != "short" or any(unit.kind != units[0].kind for unit in units):
        return units
    return units[:_SHORT] if units and units[0].kind == "sentence" else units
