"""Facts in a text that bear on how long it can wait: deadlines in hours, danger, people who depend on something, repeated contacts.

They are hints, not verdicts: each becomes a feature of the trained model, which weighs it against everything else that is said.
"""

# ruff: noqa: E501 - a pattern reads better on one line

import re

from relevo.kit.folding import fold
from relevo.understanding.danger import find_danger

_CLOCK = r"(?:\d{1,2}(?::|\.|h)\d{2}\s?h?|\d{1,2}\s?(?:[ap]\.?\s?m\b\.?|h\b|hs\b|hrs\b)|(?:las?|at|by|before|antes de las?|until|till)\s(?:\d{1,2}|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|mediodia|medianoche)\b)"
_FEW = r"(?:un|una|dos|tres|cuatro|cinco|seis|media|one|two|three|four|five|six|half an|an|a couple of|un par de|[1-9]|1[0-2])"
_MINUTES = r"(?:\d{1,3}|cinco|diez|quince|veinte|treinta|cuarenta|cincuenta|five|ten|fifteen|twenty|thirty|forty|fifty)"
_TODAY = (
    r"(?:hoy|esta (?:tarde|noche|manana)|today|tonight|this (?:morning|afternoon|evening)|a medianoche|at midnight)"
)

_PATTERNS: dict[str, str] = {
    "minutes_left": rf"\b(?:en|dentro de|faltan|quedan|in|within|have|got|left)\s(?:unos\s|about\s|like\s)?{_MINUTES}\s?(?:min\w*)\b|\b{_MINUTES}\s?(?:min\w*)\s(?:to go|left|until|till|before)\b",
    "hours_left": rf"\b(?:en|dentro de|faltan|quedan|in|within|for|durar?\w*)\s{_FEW}\s(?:horas?|hours?|hrs?)\b|\b{_FEW}\s(?:horas?|hours?)\s(?:left|para|de bateria)\b|\bmedia hora\b|\bhalf an hour\b|\b(?:in|within) (?:the|an) (?:next )?hour\b",
    "now_is": rf"\b(?:son|es|ya son|it'?s|its|it is)\s(?:las?\s|now\s)?{_CLOCK}",
    "today_at": rf"\b{_TODAY}\b[^.!?\n]{{0,40}}?\b{_CLOCK}|{_CLOCK}[^.!?\n]{{0,25}}?\b{_TODAY}\b",
    "before_clock": rf"\b(?:antes de|before|by|cierra\w*|closes|empieza|starts|hasta)\s(?:de\s)?{_CLOCK}",
    "right_now": r"\b(?:ahora mismo|en este (?:momento|instante)|ahorita mismo|right now|as we speak|este instante|justo ahora|acaban? de|just (?:got|now|called|rang))\b",
    "today": rf"\b{_TODAY}\b",
    "tomorrow": r"\b(?:manana|tomorrow|pasado manana|este (?:sabado|domingo|viernes|lunes|martes|miercoles|jueves)|this (?:saturday|sunday|friday|monday|tuesday|wednesday|thursday)|in two days|en dos dias)\b",
    "no_hurry": r"\b(?:sin (?:prisa|apuro)\w*|no (?:hay|tengo|corre) (?:prisa|apuro|urgencia)|cuando (?:podais|puedan|puedas|puedan|quieran|os venga bien)|por curiosidad|de curiosidad|es curiosidad|curious|no (?:rush|hurry)|whenever|just wondering|out of (?:curiosity|interest)|idle question|for next year|para el ano que viene)\b",
    "depends_on_device": r"\b(?:oxigeno|respirador\w*|concentrador|marcapasos|dialisis|sonda|nebulizador|silla (?:de ruedas|electrica)|audifonos?|teleasistencia|boton (?:de panico|rojo)|cpap|bipap|oxygen|ventilator|dialysis|feeding (?:pump|tube)|wheelchair|stair ?lift|hearing aids?|alarm (?:button|pendant)|pendant|hoist|monitor de apnea)\b",
    "medicine": r"\b(?:insulina|medica(?:mentos?|cion|cinas?)|pastillas?|inhalador|epinefrina|adrenalina|quimio\w*|anticoagulante\w*|antiepilept\w*|tratamiento|dosis|vacunas?|insulin|meds?|medications?|medicines?|pills?|inhalers?|epipen|chemo\w*|doses?|seizure|prescription|tablets)\b",
    "running_out": r"\b(?:le quedan?|me quedan?|nos quedan?|quedan? (?:solo|para)|se (?:le|me|nos) (?:acab|termin)\w+|ultima (?:dosis|pastilla)|runs? out|running out|last (?:one|dose|tablet|pill|of)|only .{0,12} left|due (?:a|his|her|my)|next dose|out of)\b",
    "child": r"\b(?:bebes?|recien nacid\w+|nin[oa]s?|nene|nena|chiquit\w+|crios?|hij[oa]s? de \w+ (?:meses|anos)|baby|babies|newborn|toddler|infant|month[ -]old|year[ -]old|kids?|little (?:one|boy|girl))\b",
    "old_or_ill": r"\b(?:abuel[oa]s?|mi (?:madre|padre|mama|papa|viej[oa]|tia|suegr[oa])|anciano\w*|adulto mayor|(?:7\d|8\d|9\d) anos|embarazad\w+|discapacita\w+|paciente|enferm[oa]s?|cama|(?:7\d|8\d|9\d)[ -]?years?|eighty|ninety|seventy|nan|gran(?:ny|dad|ma|dpa|dmother|dfather)|my (?:mum|mom|dad|mother|father)|elderly|pregnant|disabled|housebound|bedridden|dementia|alone)\b",
    "cut_off": r"\b(?:sin (?:luz|agua|gas|calefaccion|electricidad|linea|telefono|internet|corriente)|cort(?:aron|e|ada|ado)|se fue la luz|no (?:hay|tenemos) (?:luz|agua|gas|calefaccion)|apagon|no (?:power|heating|heat|hot water|water|electric\w*|gas|dial tone|signal)|power(?:'s| is)? (?:out|off|cut)|gone dead|cut off|disconnected|outage|off supply)\b",
    "locked": r"\b(?:encerrad\w+|atrapad\w+|quede fuera|no puedo (?:salir|entrar a (?:mi )?casa)|locked (?:out|in)|trapped|stuck (?:in|inside)|can'?t get (?:in|out))\b",
    "cold_or_heat": r"\b(?:bajo cero|helad\w+ de frio|nevando|grados|minus \d|freezing|below zero|degrees|heatwave|ola de calor)\b",
    "bodily": r"\b(?:pecho|respir\w+|desmay\w+|convulsion\w*|fiebre|calentura|temperatura|alergi\w+|anafila\w+|sangr\w+|vomit\w+|ahog\w+|asfixi\w+|atragant\w+|intoxic\w+|envenen\w+|hinch\w+|urgencias|hospital\w*|ambulancia|uci|chest|breath\w*|faint\w*|seizures?|fever|allerg\w+|anaphyl\w+|bleed\w*|vomit\w*|throwing up|chok\w+|poison\w*|swell\w*|swollen|a&e|emergency room|ambulance|icu|unconscious|collapsed|stroke|heart attack|infarto)\b",
    "swallowed": r"\b(?:trag\w+|comi(?:o|do|eron)|bebi(?:o|do)|ingiri\w+|swallow\w*|ate|eaten|drank|chewed|put in (?:his|her) mouth)\b",
    "sharp_or_foreign": r"\b(?:cristal(?:es)?|vidrios?|metal|clavo|cuchilla|pila de boton|iman(?:es)?|glass|shards?|blade|needle|button battery|magnets?)\b",
    "breaks_loose": r"\b(?:se (?:suelta|solto|abre|abrio|desprend\w+|sali?o?|rompio|afloj\w+)|frenos?|no frena|volante|arnes|cinturon|sillita|cuna|brakes?|steering|harness|car ?seat|crib|cot|stroller|buckle|came (?:off|loose|apart)|comes? undone|ladder|escalera)\b",
    "moving_out_of_account": r"\b(?:transferencias?|movimientos|retiros?|cargos|compras|bizum|spei|transfers?|withdrawals?|payments?|charges|purchases|wires?)\b[^.!?\n]{0,60}\b(?:no (?:hice|reconozco|he hecho|hago|soy yo|son mi\w+|estoy)|yo no|didn'?t|not me|never made|don'?t recogni[sz]e|without my)\b",
    "code_given": r"\b(?:(?:le|les) (?:di|dicte|lei|pase|mande|he (?:dado|leido|dictado))|pique|pinche|hice clic|puse mis datos|read (?:him|her|them|out)|gave (?:him|her|them|out)|told (?:him|her|them)|clicked)\b[^.!?\n]{0,60}\b(?:codigo|clave|pin|sms|contrasena|enlace|link|tarjeta|code|password|passcode|number|card)\b",
    "taken_over": r"\b(?:hacke\w+|robaron (?:la|mi) cuenta|(?:entr\w+|meti\w+) (?:a|en) mi cuenta|cambi(?:o|aron) (?:la|mi|el) (?:clave|contrasena|correo)|suplant\w+|a mi nombre|estafando|vaciando|hacked|hijack\w*|someone(?:'s| is| has)? (?:in|into|got|logged)|took over|in my name|draining|impersonat\w*|scamming|sim swap)\b",
    "stalked": r"\b(?:orden de (?:alejamiento|proteccion|restriccion)|acos\w+|mi ex\b|me (?:sigue|persigue|vigila|amenaz\w+)|sabe donde vivo|maltrat\w+|restraining order|stalk\w*|my ex\b|abusive|knows where i live|outside my|threaten\w*|harass\w*)\b",
    "despair": r"\b(?:no puedo mas|quitarme|suicid\w+|no quiero (?:seguir )?viv\w+|quiero morir\w*|desaparecer|me quiero matar|hacerme dano|acabar con todo|kill myself|end it|suicid\w*|want to die|can'?t go on|no point (?:in )?(?:living|anymore)|hurt myself|better off without me|took all)\b",
    "travels": r"\b(?:vuel(?:o|a|as|an|en)|embar(?:co|que|car)|avion|aeropuerto|tren sale|mostrador|puerta de embarque|flight|boarding|airport|gate|check-?in|train leaves|ferry|bag drop|departs?)\b",
    "event": r"\b(?:notari\w+|juzgado|examen|entrevista|boda|entierro|funeral|velorio|tanatorio|bautizo|invitados|catering|presentacion|licitacion|nominas|cierre|firma|firmo|notary|exam|interview|wedding|funeral|ceremony|guests|service starts|court|hearing|payroll|closing|deadline|filing)\b",
    "expires": r"\b(?:se renueva|vence|caduca|expira|termina|cierra el plazo|lo pierdo|pierdo la|renews|expires?|lose (?:it|the|my)|cut-?off|last chance)\b",
    "again": r"\b(?:otra vez|de nuevo|por (?:segunda|tercera|cuarta|quinta|enesima) vez|(?:segund|tercer|cuart|quint)[oa]? (?:vez|correo|mensaje|llamada|reclamo|mail|ticket)|[2-9](?:a|ra|da|ta|°|ª) vez|van (?:\d|dos|tres|cuatro|cinco)|(?:dos|tres|cuatro|cinco|\d) (?:veces|correos|mails|llamadas|reclamos|folios|tickets|mensajes)|sigo (?:esperando|sin)|sin respuesta|nadie (?:me )?(?:contesta|responde|llama|da)|ya (?:les|os|te|le) (?:escribi|llame|mande|dije|he)|again|(?:second|third|fourth|fifth|\dth|\drd|\dnd) (?:time|email|message|call|ticket|chat|attempt)|(?:two|three|four|five|\d) (?:times|emails|calls|tickets|messages|chats)|still (?:waiting|nothing|no|not|haven)|no (?:reply|response|answer)|nobody (?:answers|replies|calls|rings|got back)|chasing|every time i (?:call|write|contact))\b",
    "threatens": r"\b(?:denunci\w+|demand(?:a|o|ar|are)\b|abogad\w+|profeco|indecopi|sernac|consumo|defensa del consumidor|reclamaciones|juicio|tribunal\w*|medios|cancelo todo|me (?:cambio|voy|paso) (?:a|con|de)|portabilidad|la competencia|superintendencia|sic\b|lawyer|attorney|solicitor|sue|suing|small claims|court|trading standards|ombudsman|chargeback|bbb|attorney general|regulator|switch(?:ing)? to|taking my (?:business|money)|cancel everything|ofcom|ofgem)\b",
    "money_missing": r"\b(?:cobr\w+ (?:dos veces|doble|de mas|2 veces)|doble (?:cobro|cargo)|duplicad\w+|dos cargos|me (?:falta|faltan|sacaron|quitaron|debitaron|descontaron)|no (?:me )?(?:devuelv|llega|lleg|ha llegado|abon|reembols)\w*|charged (?:twice|double|two)|double.?charged|took|taken out|missing|owed?|overdraw\w*|overdraft|descubierto|sobregiro|no me alcanza|rent|alquiler|renta|hipoteca|mortgage)\b",
    "down": r"\b(?:no (?:funciona|anda|sirve|enciende|prende|carga|arranca|hay (?:internet|señal|servicio))|caid[oa]|se cae|sin servicio|fuera de servicio|not working|won'?t (?:turn|start|load|open|charge)|down|dead|stopped working|out of service|offline)\b",
    "business_stops": r"\b(?:mi (?:negocio|local|tienda|restaurante|consulta|taller)|la (?:sucursal|oficina|clinica)|clientes|facturar|no podemos (?:cobrar|vender|trabajar)|our (?:shop|office|store|clinic|restaurant|team|site)|customers are|can'?t (?:trade|work|invoice|take payments))\b",
}  # fmt: skip
_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
_TOGETHER = (
    ("cut_off", "child"), ("cut_off", "old_or_ill"), ("cut_off", "depends_on_device"), ("cut_off", "cold_or_heat"), ("medicine", "running_out"),
    ("medicine", "today"), ("down", "old_or_ill"), ("down", "depends_on_device"), ("travels", "today"), ("travels", "minutes_left"), ("event", "today"),
    ("event", "today_at"), ("now_is", "before_clock"), ("now_is", "today_at"), ("swallowed", "child"), ("sharp_or_foreign", "swallowed"), ("bodily", "child"),
    ("bodily", "old_or_ill"), ("expires", "today"), ("expires", "now_is"), ("breaks_loose", "child"), ("locked", "child"), ("down", "today"),
    ("moving_out_of_account", "right_now"), ("taken_over", "right_now"), ("again", "down"), ("money_missing", "again"),
)  # fmt: skip


def hints(text: str) -> tuple[str, ...]:
    """The names of the facts found in `text`, and of pairs that mean more together; in a fixed order."""
    folded = " ".join(fold(text).split())
    found = [name for name, pattern in _COMPILED.items() if pattern.search(folded)]
    if danger := find_danger(folded):
        found.append(f"danger_{danger.kind.value}")
    present = set(found)
    found += [f"{a}+{b}" for a, b in _TOGETHER if a in present and b in present]
    return tuple(found)
