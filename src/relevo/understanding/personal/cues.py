"""What the words before a number say about it: "pedido 612345678" is an order, "llámame al 612345678" a telephone."""

from enum import StrEnum

from relevo.understanding.personal.scan import Scan
from relevo.understanding.tokens import word_set


class Cue(StrEnum):
    PHONE = "phone"
    CARD = "card"
    ACCOUNT = "account"
    NATIONAL = "national"
    TAX = "tax"
    SSN = "ssn"
    IP = "ip"
    ADDRESS = "address"
    THING = "thing"  # an order, an amount, a version: nobody's data


_WORDS = {
    Cue.PHONE: """
        tel telf tlf tfno tfn tlfn telefono telefonos telefonico telefonica fono fonos movil moviles cel celu celular celulares cell
        cellphone whatsapp whats wasap guasap wsp wpp whatsap fax llamame llameme llamenme llamadme llamar llamarme llamarle llamarlo
        llamarla llamarnos llame llamen llamad llama llamo llaman marcar marque marquen marquenme marcarme marqueme marcame marquele
        comunicarse comuniquense contactenme contactarme contactame contacteme contactadme escribeme escribanme escribidme
        phone phones telephone mobile mobil landline call calling called ring dial text sms reach voicemail hotline fijo
        contacto contact
    """,
    Cue.CARD: "tarjeta tarjetas visa mastercard amex card cards tdc",
    Cue.ACCOUNT: "cuenta cta iban clabe ccc cbu cvu account bancaria bank",
    Cue.NATIONAL: """
        dni nie cedula ced cc documento identidad identificacion carnet curp nino passport pasaporte nui run identity cui nif
    """,
    Cue.TAX: "rfc cif cuit cuil ruc rut ein vat nit vatin",
    Cue.SSN: "ssn nss nuss itin",
    Cue.IP: "ip ips",
    Cue.ADDRESS: "direccion domicilio address",
    Cue.THING: """
        pedido pedidos orden ordenes compra order orders factura facturas invoice invoices folio folios ticket tickets referencia ref
        reference expediente caso case seguimiento tracking rastreo guia envio shipment serie serial sn modelo model sku ean upc isbn
        gtin imei codigo code codes barcode contrato contract poliza policy lote batch cupon coupon voucher presupuesto quote
        articulo item version v firmware cliente customer puntos points operacion operation transaccion transaction autorizacion
        authorization auth pin otp incidencia reclamo reclamacion solicitud request albaran matricula producto product promo
        promocion vale error norma build release part pieza id membership socio suscripcion subscription license licencia
        booking reserva reservation parcel paquete remesa ticketid cotizacion apple dimensions medidas resolucion resolution routing aba
    """,
}  # fmt: skip
_CUES = {word: cue for cue, words in _WORDS.items() for word in words.split()}

# Two words that say something else together than the second does alone.
_PAIRS = {
    ("seguridad", "social"): Cue.SSN,
    ("social", "security"): Cue.SSN,
    ("sort", "code"): Cue.ACCOUNT,
    ("national", "insurance"): Cue.NATIONAL,
    ("ni", "number"): Cue.NATIONAL,
    ("id", "card"): Cue.NATIONAL,
    ("tax", "id"): Cue.TAX,
    ("tax", "number"): Cue.TAX,
    ("id", "fiscal"): Cue.TAX,
    ("gift", "card"): Cue.THING,
    ("tarjeta", "regalo"): Cue.THING,
    ("sim", "card"): Cue.THING,
}
_TRIPLES = {
    ("cuenta", "de", "cliente"): Cue.THING,
    ("numero", "de", "cliente"): Cue.THING,
    ("tarjeta", "de", "regalo"): Cue.THING,
    ("numero", "de", "contacto"): Cue.PHONE,
    ("numero", "de", "cuenta"): Cue.ACCOUNT,
}  # fmt: skip
# "Mi número es …" with nothing said about of what.
_OWN = word_set("mi mis su sus tu nuestro my our his her their your ese este otro that old new nuevo anterior viejo")
_NUMBERS = word_set("numero numeros num nro number numbers")
_QUALIFIERS = word_set("new old other contact personal work home nuevo anterior viejo otro direct current")
_OF = word_set("de of for del")
_FAR = 60  # characters
_MOST_WORDS = 9
_SHORT = 3
_AFTER_WORDS = 5
_SAME_AGAIN = word_set(
    "y o e u and or al el a ahora antes now fijo movil trabajo casa work home tambien also segundo otro"
)


def cue_before(scan: Scan, start: int, *, after: int = 0) -> Cue | None:
    """The nearest word before `start`, in the same sentence and not before `after`, that says what comes."""
    words = scan.words
    right = start
    index = scan.index_from(start) - 1
    for _ in range(_MOST_WORDS):
        if index < 0 or words[index].start < max(after, start - _FAR):
            return None
        cue = _cue_at(scan, index)
        if cue:
            return cue
        is_short = words[index].end - words[index].start <= _SHORT  # "no. 302", "núm. 14"
        if not is_short and scan.ends_sentence(words[index].end, right):
            return None
        right = words[index].start
        index -= 1
    return None


def cue_after(scan: Scan, end: int) -> Cue | None:
    """The first word after `end`, before any further number, that says what came: "… es mi móvil"."""
    words = scan.words
    left = end
    for index in range(scan.index_from(end), min(len(words), scan.index_from(end) + _AFTER_WORDS)):
        between = scan.folded[left : words[index].start]
        if any(c.isdigit() for c in between) or (left != end and scan.ends_sentence(left, words[index].start)):
            return None
        cue = _cue_at(scan, index)
        if cue:
            return cue
        left = words[index].end
    return None


def continues(scan: Scan, start: int, end: int) -> bool:
    """Whether what stands between two numbers only strings them together: "612… o al 934…"."""
    if end - start >= 30:
        return False
    return all(word.folded in _SAME_AGAIN for word in scan.words[scan.index_from(start) : scan.index_from(end)])


def is_cue(word: str) -> bool:
    return word in _CUES


def _cue_at(scan: Scan, index: int) -> Cue | None:
    words = scan.words
    word = words[index].folded
    if index and (found := _PAIRS.get((words[index - 1].folded, word))):
        return found
    if index > 1 and (found := _TRIPLES.get((words[index - 2].folded, words[index - 1].folded, word))):
        return found
    if word in _NUMBERS and _is_own(scan, index):
        return Cue.PHONE
    return _CUES.get(word)


def _is_own(scan: Scan, index: int) -> bool:
    """ "My number", "mi nuevo número"; not "my order number" and not "el número de pedido"."""
    before = [word.folded for word in scan.words[max(0, index - 2) : index]]
    after = scan.words[index + 1].folded if index + 1 < len(scan.words) else ""
    while before and before[-1] in _QUALIFIERS:
        before.pop()
    return bool(before) and before[-1] in _OWN and after not in _OF
