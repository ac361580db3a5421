"""Everything the assistant says of itself, in Spanish (tú and usted) and English. What it says of the company is quoted."""

# ruff: noqa: E501 - a text reads better on one line

from relevo.assistant.types import Context, Voice

TEXTS: dict[str, dict[str, str]] = {
    "es": {
        "introduce": "Soy {name}, el asistente de IA de {workspace}.",
        "greeting": "¡Hola! ¿En qué {te} puedo ayudar?",
        "thanks": "¡De nada! Si {necesitas} algo más, aquí estoy.",
        "goodbye": "¡Hasta pronto! Si {necesitas} algo más, aquí estoy.",
        "who": "Soy {name}, un asistente de IA, no una persona. Si {prefieres} hablar con alguien del equipo, {dimelo} y {te} paso.",
        "lead": "Esto es lo que tenemos sobre {tu} consulta:",
        "lead_sorry": "Siento lo ocurrido. Esto es lo que puedo decir{te}:",
        "other_language": "Sobre esto solo tengo información en inglés; {te} la copio tal cual:",
        "card": "Por seguridad, no {compartas} aquí los datos de {tu} tarjeta: no los necesitamos y no voy a usarlos.",
        "which_country": "Depende del país. ¿En qué país: {options}?",
        "which": "Depende de cuál sea. ¿De cuál se trata: {options}?",
        "step_next": "Cuando lo tengas hecho, dímelo y seguimos con el siguiente paso.",
        "which_town": "Depende de la tienda o la ciudad. ¿De cuál se trata, dónde está? {options}",
        "country_or": " o ",
        "not_understood": "Perdona, no {te} he entendido bien. ¿Puedes contármelo con otras palabras? Si {prefieres}, {te} paso con una persona.",
        "person": "Hablar con una persona",
        "no_answer": "No tengo información sobre eso, y prefiero no inventar. {te} paso con una persona del equipo para que lo mire contigo.",
        "condolences": "Siento mucho {tu} pérdida.",
        "sorry": "Siento mucho lo ocurrido.",
        "requested": "Claro, {te} paso con una persona del equipo. No hace falta que repitas nada: ya tiene esta conversación.",
        "waiting": "Lo añado a tu conversación. {te} atenderá una persona del equipo en cuanto pueda; no hace falta que repitas nada.",
        "waiting_upset": "Siento mucho lo que ha pasado. {tu} conversación espera ya a una persona del equipo, que {te} atenderá en cuanto pueda.",
        "upset": "Siento mucho lo que ha pasado y entiendo {tu} enfado. {te} paso ahora mismo con una persona del equipo, que ya tiene esta conversación.",
        "failed_twice": "Veo que no consigo resolverlo. {te} paso con una persona del equipo; ya tiene esta conversación.",
        "assistant_failed": "Lo siento, ahora mismo no puedo responder{te} como es debido. {te} paso con una persona del equipo.",
        "safety_appliance": "Por seguridad, deja de usar el aparato y no lo toques. Si puedes hacerlo sin riesgo, corta la luz en el cuadro"
        " general o desenchúfalo. Si hay fuego o mucho humo, sal y llama a emergencias: {emergency}.",
        "safety_gas": "Por seguridad, no enciendas nada ni toques interruptores. Si puedes, cierra la llave del gas y abre las ventanas, sal de la"
        " casa y, desde fuera, llama a emergencias: {emergency}.",
        "safety_life": "Lo que cuentas es urgente y yo soy una IA: no puedo darte la ayuda que hace falta. Llama ahora a emergencias:"
        " {emergency}. Si estás en España y piensas en hacerte daño, el 024 atiende gratis las 24 horas.",
        "safety_fraud": "Por seguridad, no des ni repitas ningún código, contraseña o dato de tu tarjeta, tampoco a quien diga que llama de nuestra"
        " parte. Si hay dinero o una tarjeta de por medio, llama ya a tu banco para que la bloquee, y cambia tu contraseña si aún puedes entrar.",
        "safety_health": "Lo que cuentas puede ser una urgencia médica y yo soy una IA: no puedo dar consejos de salud. Si hay peligro, llama ahora a"
        " emergencias: {emergency}.",
        "safety_threat": "Lo que cuentas no puede esperar. Si alguien está en peligro, llama ahora a emergencias: {emergency}.",
        "safety_product": "Por seguridad, deja de usarlo y no lo toques ni lo consumas. Si alguien se ha hecho daño o hay peligro, llama a emergencias:"
        " {emergency}.",
        "safety_urgent": "Entiendo que esto no puede esperar. Si alguien está en peligro, llama a emergencias: {emergency}.",
        "safety_person": "Aviso ya a una persona del equipo.",
        "nobody_there": "Ahora mismo no hay nadie conectado: {te} responderán aquí en cuanto vuelvan.",
        "untitled": "Fuente",
    },
    "en": {
        "introduce": "I'm {name}, the AI assistant of {workspace}.",
        "greeting": "Hello! How can I help you?",
        "thanks": "You're welcome! If you need anything else, I'm here.",
        "goodbye": "Goodbye! If you need anything else, I'm here.",
        "who": "I'm {name}, an AI assistant, not a person. If you'd rather talk to someone in the team, just say so and I'll put you through.",
        "lead": "This is what we have on that:",
        "lead_sorry": "I'm sorry about that. This is what I can tell you:",
        "other_language": "I only have this in Spanish; here it is as it stands:",
        "card": "For your security, please don't share card details here: we don't need them and I won't use them.",
        "which_country": "That depends on the country. Where are you, or where did you buy it: {options}?",
        "which": "That depends on which one it is. Which one do you mean: {options}?",
        "step_next": "Tell me when that is done, and we'll go on with the next step.",
        "which_town": "That depends on the shop or town. Which one is it, or where are you? {options}",
        "country_or": " or ",
        "not_understood": "Sorry, I didn't quite understand that. Could you put it in other words? If you prefer, I can pass you to a person.",
        "person": "Talk to a person",
        "no_answer": "I don't have any information on that, and I'd rather not make something up. I'm passing you to a person in our team.",
        "condolences": "I'm very sorry for your loss.",
        "sorry": "I'm very sorry about what happened.",
        "requested": "Of course, I'm passing you to a person in our team. You don't need to repeat anything: they have this conversation.",
        "waiting": "I've added that to your conversation. A person in our team will answer as soon as they can; no need to repeat anything.",
        "waiting_upset": "I'm very sorry about this. Your conversation is waiting for a person in our team, who will answer as soon as they can.",
        "upset": "I'm very sorry about this, and I understand that you are upset. I'm passing you to a person in our team right now; they have"
        " this conversation.",
        "failed_twice": "I can see that I'm not solving this. I'm passing you to a person in our team; they have this conversation.",
        "assistant_failed": "I'm sorry, I can't answer you properly right now. I'm passing you to a person in our team.",
        "safety_appliance": "For your safety, stop using the appliance and do not touch it. If you can do so without risk, switch it off at the fuse"
        " box or unplug it. If there is fire or a lot of smoke, get out and call the emergency services: {emergency}.",
        "safety_gas": "For your safety, do not switch anything on or touch any switches. If you can, close the gas valve and open the windows, leave"
        " the house and call the emergency services from outside: {emergency}.",
        "safety_life": "What you describe is urgent, and I am an AI: I cannot give you the help this needs. Please call the emergency services now:"
        " {emergency}. If you are thinking of harming yourself, a crisis line in your country can help day and night.",
        "safety_fraud": "For your safety, do not give or repeat any code, password or card detail, not even to somebody who says they call from us. If"
        " money or a card is involved, call your bank now so that they block it, and change your password if you still can get in.",
        "safety_health": "What you describe may be a medical emergency, and I am an AI: I cannot give health advice. If there is danger, call the"
        " emergency services now: {emergency}.",
        "safety_threat": "What you describe cannot wait. If anybody is in danger, call the emergency services now: {emergency}.",
        "safety_product": "For your safety, stop using it, and do not touch or consume it. If anybody is hurt or in danger, call the emergency services:"
        " {emergency}.",
        "safety_urgent": "I understand that this cannot wait. If anybody is in danger, call the emergency services: {emergency}.",
        "safety_person": "I'm alerting a person in our team now.",
        "nobody_there": "Nobody is online right now: you will get an answer here as soon as the team is back.",
        "untitled": "Source",
    },
}

_FORMS = {
    "tu": {"te": "te", "tu": "tu", "necesitas": "necesitas", "prefieres": "prefieres", "dimelo": "dímelo", "compartas": "compartas",
           "compraste": "compraste"},
    "usted": {"te": "le", "tu": "su", "necesitas": "necesita", "prefieres": "prefiere", "dimelo": "dígamelo", "compartas": "comparta",
              "compraste": "compró"},
}  # fmt: skip
# Whole sentences that the form of address changes in more than a word.
_USTED = {
    "not_understood": "Perdone, no le he entendido bien. ¿Puede contármelo con otras palabras? Si prefiere, le paso con una persona.",
    "no_answer": "No tengo información sobre eso, y prefiero no inventar. Le paso con una persona del equipo para que lo mire con usted.",
    "requested": "Claro, le paso con una persona del equipo. No hace falta que repita nada: ya tiene esta conversación.",
    "waiting": "Lo añado a su conversación. Le atenderá una persona del equipo en cuanto pueda; no hace falta que repita nada.",
    "safety_appliance": "Por seguridad, deje de usar el aparato y no lo toque. Si puede hacerlo sin riesgo, corte la luz en el cuadro"
    " general o desenchúfelo. Si hay fuego o mucho humo, salga y llame a emergencias: {emergency}.",
    "safety_gas": "Por seguridad, no encienda nada ni toque interruptores. Si puede, cierre la llave del gas y abra las ventanas, salga de la"
    " casa y, desde fuera, llame a emergencias: {emergency}.",
    "safety_fraud": "Por seguridad, no dé ni repita ningún código, contraseña o dato de su tarjeta, tampoco a quien diga que llama de nuestra parte."
    " Si hay dinero o una tarjeta de por medio, llame ya a su banco para que la bloquee, y cambie su contraseña si aún puede entrar.",
    "safety_health": "Lo que cuenta puede ser una urgencia médica y yo soy una IA: no puedo dar consejos de salud. Si hay peligro, llame ahora a"
    " emergencias: {emergency}.",
    "safety_threat": "Lo que cuenta no puede esperar. Si alguien está en peligro, llame ahora a emergencias: {emergency}.",
    "safety_product": "Por seguridad, deje de usarlo y no lo toque ni lo consuma. Si alguien se ha hecho daño o hay peligro, llame a emergencias:"
    " {emergency}.",
    "safety_urgent": "Entiendo que esto no puede esperar. Si alguien está en peligro, llame a emergencias: {emergency}.",
    "step_next": "Cuando lo tenga hecho, dígamelo y seguimos con el siguiente paso.",
    "safety_life": "Lo que cuenta es urgente y yo soy una IA: no puedo darle la ayuda que hace falta. Llame ahora a emergencias:"
    " {emergency}. Si está en España y piensa en hacerse daño, el 024 atiende gratis las 24 horas.",
}
COUNTRIES = {"es": {"es": "España", "mx": "México", "co": "Colombia", "ar": "Argentina", "cl": "Chile", "pe": "Perú", "uy": "Uruguay", "ec": "Ecuador", "ve": "Venezuela", "bo": "Bolivia", "py": "Paraguay", "gt": "Guatemala", "cr": "Costa Rica", "pa": "Panamá", "cu": "Cuba", "do": "República Dominicana", "br": "Brasil", "us": "Estados Unidos", "ca": "Canadá", "gb": "Reino Unido", "ie": "Irlanda", "pt": "Portugal", "fr": "Francia", "it": "Italia", "de": "Alemania", "ad": "Andorra", "ma": "Marruecos", "ch": "Suiza", "be": "Bélgica", "nl": "Países Bajos", "at": "Austria", "pl": "Polonia", "se": "Suecia", "dk": "Dinamarca", "no": "Noruega", "gr": "Grecia", "jp": "Japón", "cn": "China"}, "en": {"es": "Spain", "mx": "Mexico", "co": "Colombia", "ar": "Argentina", "cl": "Chile", "pe": "Peru", "uy": "Uruguay", "ec": "Ecuador", "ve": "Venezuela", "bo": "Bolivia", "py": "Paraguay", "gt": "Guatemala", "cr": "Costa Rica", "pa": "Panama", "cu": "Cuba", "do": "Dominican Republic", "br": "Brazil", "us": "United States", "ca": "Canada", "gb": "United Kingdom", "ie": "Ireland", "pt": "Portugal", "fr": "France", "it": "Italy", "de": "Germany", "ad": "Andorra", "ma": "Morocco", "ch": "Switzerland", "be": "Belgium", "nl": "Netherlands", "at": "Austria", "pl": "Poland", "se": "Sweden", "dk": "Denmark", "no": "Norway", "gr": "Greece", "jp": "Japan", "cn": "China"}}  # fmt: skip
_EMERGENCY = {"es": "112", "mx": "911", "us": "911", "gb": "999 / 112", None: "112 (Europa) / 911 (América)"}
_EMERGENCY_EN = "112 (Europe) / 911 (Americas)"


def wording(key: str, voice: Voice, **values: str) -> str:
    """The text `key` as this assistant says it."""
    texts = TEXTS[voice.locale]
    template = _USTED.get(key, texts[key]) if voice.locale == "es" and voice.form == "usted" else texts[key]
    filled = template.format(name=voice.name, workspace=voice.workspace, **_FORMS[voice.form], **values)
    return ". ".join(part[:1].upper() + part[1:] for part in filled.split(". "))


def introduced(context: Context, text: str) -> str:
    """What is said first in a conversation begins with who speaks."""
    return text if context.introduced else f"{wording('introduce', context.voice)} {text}"


def emergency_number(country: str | None, voice: Voice) -> str:
    if (country not in _EMERGENCY and voice.locale == "en") or (country is None and voice.locale == "en"):
        return _EMERGENCY_EN
    return _EMERGENCY.get(country, _EMERGENCY[None])


def country_name(code: str, voice: Voice) -> str:
    return COUNTRIES[voice.locale].get(code, code.upper())
