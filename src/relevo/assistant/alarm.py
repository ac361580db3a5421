"""What cannot wait for an answer besides danger from appliances and gas: fraud under way, an illness or an injury, a product
that may hurt, somebody threatened. A person takes over at once; no article is read out first.

The patterns are for what is plainly said. What is told calmly or in other words is seen by the reading of the message: very
urgent, and not because of a date.
"""

# ruff: noqa: E501 - a pattern reads better on one line

import re
from dataclasses import dataclass
from enum import StrEnum

from relevo.kit.folding import fold
from relevo.understanding.types import Reading


class AlarmKind(StrEnum):
    FRAUD = "fraud"
    HEALTH = "health"
    THREAT = "threat"
    PRODUCT = "product"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class Alarm:
    kind: AlarmKind
    words: str


_MONEY_ES = r"(?:cargos?|cobros?|compras?|pagos?|transferencias?|retiros?|movimientos?|operaciones|operacion|giros?|bizums?|prestamos?|lineas?|contratos?|duplicados?)"
_MONEY_EN = (
    r"(?:charges?|payments?|purchases?|transfers?|withdrawals?|transactions?|wires?|orders?|loans?|contracts?|lines?)"
)
_MINE_ES = (
    r"(?:cuenta|perfil|clave|contrasena|correo|tarjeta|linea|numero|sim|dni|identidad|datos|nombre|usuario|pedidos?)"
)
_MINE_EN = r"(?:account|profile|password|e-?mail|card|line|number|sim|id|identity|details|name|login|log-?in)"
_CODE_ES = r"(?:codigo|clave|contrasena|pin|cvv|token|numeros? de (?:la|mi) tarjeta|datos de (?:la|mi) tarjeta)"
_CODE_EN = r"(?:code|password|passcode|pin|cvv|otp|card (?:number|details)|bank details)"

_FRAUD = [
    rf"\b{_MONEY_ES}\b[^.?!]{{0,40}}\b(?:que )?(?:yo )?no (?:he |hemos |la he |lo he |los he |las he )?(?:hice|hicimos|hecho|autoric\w+|autorizad\w+|realic\w+|realizado|pedi|pedido|contrate|contratado|solicite|solicitado)\b",
    r"\byo no (?:estoy|fui|he sido|soy)\b[^.?!]{0,20}\b(?:comprando|gastando|quien|yo)\b|\bno (?:fui|he sido) yo\b",
    r"\b(?:hacke\w+|jaque\w+|phishe\w+)\b|\bsuplantad\w+|\bsuplanta\w* (?:mi|la) identidad|\bse (?:hace|hacen|ha hecho|hizo) pasar por mi\b|\ba mi nombre\b[^.?!]{0,30}\b(?:sin (?:mi|que)|no he|yo no)",
    rf"\b(?:alguien|otra persona|un desconocido|desconocidos|no se quien|me han|me)\b[^.?!]{{0,35}}\b(?:entr(?:o|ado|aron|ando)|acced\w+|cambi(?:o|ado|aron)|us(?:o|ado|ando|aron)|rob(?:o|ado|aron)|clon(?:o|ado|aron)|duplic(?:o|ado|aron)|contrat(?:o|ado|aron|ando)|pidiendo|vaci(?:o|ado|ando|aron))\b[^.?!]{{0,40}}\b{_MINE_ES}\b(?! (?:de|del) (?:la )?(?:tienda|tele|mando))",
    rf"\b(?:le|les|se lo|se la) (?:he |hemos |habia )?(?:di|dado|dije|dicho|lei|leido|leyera|pase|pasado|mande|mandado|envie|enviado|facilite|facilitado)\b[^.?!]{{0,40}}\b{_CODE_ES}\b",
    r"\b(?:iban|cuenta|numero|movimientos?|cargos?|compras?|pedidos?|accesos?|inicios? de sesion)\b[^.?!]{0,60}\bno (?:es|son|era|eran) (?:el |la |los |las )?(?:mi[oa]s?|nuestr[oa]s?)\b",
    r"\b(?:iban|account|number|charges?|payments?|orders?|log-?ins?|transactions?)\b[^.?!]{0,60}\b(?:is ?n'?o?t|are ?n'?o?t|was ?n'?o?t|were ?n'?o?t|not) (?:mine|ours)\b",
    r"\bme (?:han |acaban de )?(?:estaf(?:ado|aron|ar)|tim(?:ado|aron|ar)|enganad\w+|enganaron)\b|\bcai en (?:una|la|un) (?:estafa|timo|trampa|enlace)",
    rf"\b{_MONEY_EN}\b[^.?!]{{0,40}}\b(?:i|we) (?:did ?n'?o?t|never|have ?n'?o?t|had ?n'?o?t)\b[^.?!]{{0,14}}\b(?:mak|made|do\b|did|done|set|authori[sz]|order|place|request|sign|ask)",
    r"\bhacked\b|\bidentity theft\b|\bstole my identity\b|\b(?:it )?was ?n'?o?t me\b|\bin my name\b[^.?!]{0,30}\b(?:without|never|did ?n'?o?t)|\bsim[ -]?swap\w*",
    rf"\b(?:someone|somebody|some (?:guy|stranger|man|woman)|they'?ve|he'?s|she'?s|a stranger)\b[^.?!]{{0,35}}\b(?:got into|gotten into|broken into|broke into|accessed|logged|logging|taken over|took over|changed|using|used|cloned|stolen|stole|emptying|drained|opened)\b[^.?!]{{0,40}}\bmy\b[^.?!]{{0,20}}\b{_MINE_EN}\b",
    rf"\b(?:i|mum|mom|dad|she|he|my \w+)(?:'ve| have| just)? (?:just )?(?:gave|given|read|told|sent|typed|entered)\b[^.?!]{{0,45}}\b{_CODE_EN}\b[^.?!]{{0,30}}(?:\bto\b|\bhim\b|\bher\b|\bthem\b|caller|phone|link|site|fake)|\b(?:i|she|he) (?:gave|read|told) (?:him|her|them|it to|someone|the (?:man|guy|caller|person))\b[^.?!]{{0,40}}\b{_CODE_EN}\b",
    r"\b(?:i'?ve been|i was|i got|got|been) (?:scammed|defrauded|conned|phished)\b|\bfell for (?:a|the|some) (?:scam|fake|phish)",
]
_HEALTH = [
    r"\b(?:presion|dolor|opresion|pinchazo)\W+(?:muy \w+ )?en el pecho\b|\bbrazo (?:izquierdo )?dormido\b|\binfarto\b|\bictus\b|\bderrame cerebral\b|\bconvulsion\w*|\bdesmay\w+|\binconsciente\b|\bno (?:despierta|reacciona|responde y)\b|\bse (?:esta )?(?:ahoga\w*|asfixi\w+)\b|\bsangra\w* (?:mucho|sin parar)|\bno para de sangrar\b|\bhemorragia\b",
    r"\b(?:reaccion alergica|choque anafilactico|anafilaxia|se (?:le|me) (?:ha |esta )?(?:hincha\w*|hinchand\w+) (?:la )?(?:cara|garganta|lengua)|intoxicad\w+|intoxicacion|envenenad\w+|quemadura\w* (?:en|de)|se ha quemado (?:la|el|las|los) (?:mano|brazo|cara|pie|pierna)\w*)\b",
    r"\b(?:fiebre|calentura|cuarenta)\b[^.?!]{0,30}\b(?:bebe|nin[oa]|hij[oa])\b|\b(?:bebe|nin[oa]|hij[oa])\b[^.?!]{0,40}\b(?:cuarenta de|40 de) (?:fiebre|calentura)|\btoma\w* (?:demasiad\w+|muchas) pastillas\b|\bsobredosis\b",
    r"\b(?:(?:me |le |nos )?cuesta (?:mucho )?(?:respirar|tragar|hablar)|no (?:puedo|puede) (?:respirar|tragar)|me ahogo|falta (?:de|el) aire|vomit\w+ sangre|ve doble|perdido (?:la )?vision)\b",
    r"\b(?:(?:hard|difficult|trouble|struggl\w+|difficulty) (?:to |with )?(?:breath\w*|swallow\w*)|short of breath|vomiting blood|lost (?:my )?(?:sight|vision)|double vision)\b",
    r"\bnumb\b[^.?!]{0,30}\b(?:saddle|groin|legs?|arms?|face|side)\b|\b(?:can'?t|cannot) (?:feel|move) (?:my|his|her)\b|\b(?:has|have)n'?t (?:managed to |been able to )?(?:pee|wee|urinate)\b",
    r"\bno (?:siente|siento|puede mover|puedo mover)\b[^.?!]{0,20}\b(?:piernas?|brazos?|manos?|cara|pies?)\b|\b(?:media cara|la cara|la pierna|el brazo) (?:se me ha |se le ha )?dormid[ao]\b|\bno (?:puede|puedo|consigue|consigo) (?:orinar|hacer pis)\b",
    r"\b(?:chest pain|chest pressure|pressure in (?:my|his|her|the) chest|numb (?:left )?arm|heart attack|having a stroke|seizure|convuls\w+|fainted|passed out|unconscious|won'?t wake|not waking|can'?t stop (?:the )?bleeding|bleeding (?:a lot|heavily|badly))\b",
    r"\b(?:allergic reaction|anaphyla\w+|(?:face|throat|tongue|lips) (?:is|are|has|have|'s)? ?(?:swell\w+|swollen)|poisoned|food poisoning|burn(?:t|ed) (?:my|his|her) (?:hand|arm|face|skin|leg|foot)|swallowed|choking|cut (?:my|his|her) \w+ (?:badly|open))\b",
]
_THREAT = [
    r"\borden de alejamiento\b|\bme (?:esta|estan) (?:siguiendo|amenazando|acosando)\b|\bme (?:ha|han) amenazado (?:de|con) (?:muerte|matar\w*|pegar\w*)|\bsabe donde vivo\b|\bestoy (?:encerrad\w|atrapad\w)\b|\b(?:se ha|nos hemos|me he) quedado (?:encerrad\w+|atrapad\w+)|\bhe tenido un accidente\b|\bhemos tenido un accidente\b",
    r"\brestraining order\b|\b(?:following|stalking|threatening) me\b|\bknows where i live\b|\boutside my (?:house|building|door|flat)\b|\b(?:i'?m|we'?re|is|are|got) (?:trapped|locked in|stuck in (?:the|a) (?:lift|elevator))|\b(?:i'?ve|we'?ve|had|been in) (?:had )?(?:a|an) (?:car |bike |road )?(?:accident|crash)\b",
]
_PRODUCT = [
    r"\b(?:bateria|pila|movil|telefono|cargador|power ?bank)\b[^.?!]{0,40}\b(?:hinchad\w|hinchando|inflad\w|abombad\w|quema\b|ardiendo|abrasa\w*|echando humo)\b|\b(?:hinchad\w|inflad\w|abombad\w) la bateria\b",
    r"\b(?:los frenos?|el freno)\b[^.?!]{0,30}\b(?:no (?:frena\w*|responde\w*|funciona\w*|va\w?n?)|falla\w*|ha fallado|han fallado)\b|\bsin frenos?\b|\bse (?:ha )?(?:suelta|soltado|solto|parte|partido|partio|rompio|ha roto)\b[^.?!]{0,30}\b(?:en marcha|conmigo encima|con (?:el|la|mi) (?:nin[oa]|bebe|hij[oa])\w*)",
    r"\b(?:cristal|cristales|vidrio|vidrios|metal|plastico|cucaracha|gusano\w*|moho)\b[^.?!]{0,30}\b(?:dentro|en (?:el|la|los|las|un|una) (?:comida|pure|potito|plato|sopa|ensalada|bote|lata|yogur|leche|pan|masa|bebida|tarro))\b",
    r"\b(?:battery|charger|phone|power ?bank)\b[^.?!]{0,40}\b(?:swollen|swelling|bulging|bloated|puffed|burning|too hot to touch|smoking|hissing)\b|\b(?:swollen|bulging|bloated) battery\b",
    r"\bbrakes?\b[^.?!]{0,25}\b(?:fail\w*|gone|do ?n'?o?t work|not working|stopped working|did ?n'?o?t (?:work|stop))\b|\b(?:came|comes|coming|snapped|broke) (?:off|loose|apart)\b[^.?!]{0,30}\b(?:while|when|with) (?:i|we|riding|driving|the|my)\b|\b(?:glass|metal|plastic|mould|mold) in (?:my|the|his|her) (?:food|meal|jar|puree|salad|drink|soup|bread|tin|yoghurt|yogurt|milk)\b",
]
_COMPILED = [
    (kind, re.compile("|".join(patterns)))
    for kind, patterns in (
        (AlarmKind.HEALTH, _HEALTH), (AlarmKind.THREAT, _THREAT), (AlarmKind.PRODUCT, _PRODUCT), (AlarmKind.FRAUD, _FRAUD),
    )
]  # fmt: skip
_DENIED = re.compile(r"\b(?:no|ni|sin|not|without|never|isn't|hasn't|if|si|por si|in case|whether)\W+(?:\w+\W+){0,2}$")
# "Would it …?", "what if …": asked in case, and nothing has happened.
_IN_CASE = re.compile(
    r"\b(?:que pasa si|y si|en caso de|what (?:happens )?if|in case|supongamos|suppose|how (?:do|can) i (?:know|tell|spot)|como se si)\b"
)
_DEADLINE = re.compile(
    r"\b\d{1,2}[:.h]\d{2}\b|\ba las? \d|\ba (?:medianoche|mediodia)\b|\bantes de las?\b|\b(?:hoy|manana|tonight|today|tomorrow|midnight|noon)\b|\b(?:en|in) (?:\w+ )?(?:minut\w+|horas?|hours?|\d+ ?(?:min|h)\b)"
    r"|\b(?:vuelo|embarque|flight|boarding|airport|aeropuerto|notari\w+|interview|entrevista|reunion|meeting|deadline|plazo|cita|appointment)\b|\b\d{1,2} ?(?:am|pm|h)\b"
)
_VULNERABLE = re.compile(
    r"\b(?:medicament\w+|medicina|insulina|dialisis|oxigeno|respirador|marcapasos|pastillas|bebe|recien nacid\w+|embarazad\w|ancian\w+|teleasistencia"
    r"|medication|meds|medicine|insulin|dialysis|oxygen|ventilator|pacemaker|pills|baby|newborn|pregnant|elderly|weeks old|months? old)\b"
)
_SURE, _VERY_SURE = 0.85, 0.97
_FRAUD_INTENTS = frozenset({"billing_error", "account_access"})


def find_alarm(text: str, readings: tuple[Reading, ...] = ()) -> Alarm | None:
    """The alarm that `text` gives, or None."""
    folded = fold(text)
    for kind, pattern in _COMPILED:
        for match in pattern.finditer(folded):
            before = folded[max(0, match.start() - 40) : match.start()]
            if not _DENIED.search(before) and not _IN_CASE.search(before):
                return Alarm(kind, " ".join(match.group().split()))
    return _by_reading(folded, readings)


def _by_reading(folded: str, readings: tuple[Reading, ...]) -> Alarm | None:
    """Read as critical, and no date makes it so; or somebody's health hangs on it."""
    critical = [r for r in readings if r.urgency.value == "critical" and r.urgency.confidence >= _SURE]
    if not critical or (_DEADLINE.search(folded) and not _VULNERABLE.search(folded)):
        return None
    is_fraud = any(reading.intents and reading.intents[0].name in _FRAUD_INTENTS for reading in critical)
    is_fraud = is_fraud and not _VULNERABLE.search(folded)
    if is_fraud:
        return Alarm(AlarmKind.FRAUD, "read as critical")
    very = any(reading.urgency.confidence >= _VERY_SURE for reading in critical)
    return Alarm(AlarmKind.URGENT, "read as critical") if very else None
