"""Phrases that need no source, that commit, or that must not be said at all; Spanish and English, folded."""

# ruff: noqa: E501 - patterns

import re

from relevo.kit.folding import fold


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?<![\w])(?:" + "|".join(patterns) + r")(?![\w])")


PLAIN = _any(
    # greetings, thanks, farewells
    r"hola|buenos dias|buenas(?: tardes| noches)?|hello|hi(?: there)?|hey|good (?:morning|afternoon|evening|day)|welcome|bienvenid[oa]s?",
    r"(?:muchas |mil )?gracias(?: por (?:escribir(?:nos|me)?|contactar(?: con nosotros|nos)?|tu (?:mensaje|consulta|paciencia|interes|pregunta)|su (?:mensaje|consulta|paciencia|interes|pregunta)|contar(?:nos|me)lo|avisar(?:nos|me)?|esperar|la informacion|preguntar))?",
    r"(?:many )?thanks?(?: (?:you|so much|a lot|very much))*(?: for (?:writing|contacting us|contacting me|reaching out|getting in touch|your (?:message|question|patience|interest|time)|asking|letting (?:us|me) know|waiting|telling (?:us|me)|sharing(?: that| this)?|the (?:details|information)))?",
    r"de nada|no hay de que|you'?re (?:very )?welcome|my pleasure|un placer|con (?:mucho )?gusto|encantad[oa] de ayudar(?:te|le)?|happy to help|glad to help|of course|por supuesto|claro(?: que si)?|desde luego|sure(?: thing)?|certainly|absolutely|perfecto|perfect|great|genial|estupendo|entendido|understood|got it|vale|de acuerdo|okay|ok|great question|good question|buena pregunta",
    r"hasta (?:pronto|luego)|adios|goodbye|bye|take care|un (?:cordial )?saludo|saludos(?: cordiales)?|best regards|kind regards|que (?:tengas|tenga) (?:un )?buen (?:dia|fin de semana)|que (?:tengas|tenga) (?:una )?buena (?:tarde|noche)|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend)",
    # empathy
    r"(?:lo |le |te )?(?:siento|sentimos|lamento|lamentamos)(?: mucho| de verdad| muchisimo)?(?: (?:lo ocurrido|lo sucedido|lo que ha pasado|lo que (?:me |nos )?cuentas?|las molestias(?: (?:ocasionadas|causadas))?|(?:la|esta|esa) (?:situacion|espera)|(?:tu|su) perdida|oir(?:lo| eso| esto)|leer(?:lo| eso| esto)|el (?:inconveniente|retraso|malentendido)|los inconvenientes|no poder (?:darte|darle) (?:mas|otra) (?:informacion|respuesta)))?",
    r"(?:perdon(?:a|e)?|disculpa(?:s|e|nos|me)?|disculpe(?:nos|me)?)(?: (?:por )?(?:las molestias|la espera|la confusion|el retraso|los inconvenientes))?|te pido disculpas|le pido disculpas|pedimos disculpas",
    r"(?:i'?m|i am|we'?re|we are)?(?: (?:so|very|really|truly))? ?sorry(?: (?:to (?:hear|read|see) (?:that|this|about (?:that|this|it))|about (?:that|this|what happened|the (?:inconvenience|trouble|delay|wait|confusion))|for (?:that|this|the (?:inconvenience|trouble|delay|wait|confusion)|any (?:inconvenience|confusion)|your loss)|you'?re (?:having|going through) (?:this|trouble|that)))?",
    r"(?:i|we) apologi[sz]e(?: for (?:that|this|the (?:inconvenience|trouble|delay|wait|confusion)|any inconvenience))?|my apologies|apologies",
    r"(?:entiendo|comprendo|entendemos|comprendemos)(?: (?:perfectamente|muy bien|tu|su|la|que|lo|molesto|frustrante|que es|que sea|como te sientes|como se siente|enfado|frustracion|preocupacion|malestar|situacion|inquietud|duda|pregunta|incomodo|que resulta|que esto es|que eso es|debe de ser|es|muy|y))*",
    r"(?:i|we) (?:completely |totally |fully |really )?(?:understand|appreciate)(?: (?:that|how|your|this|it|is|must|be|can|very|frustrating|annoying|upsetting|frustration|concern|worry|disappointment|disappointing|situation|patience|and))*|that (?:must be|sounds|is) (?:very |really |so )?(?:frustrating|annoying|upsetting|disappointing|difficult)|(?:eso|esto) (?:es|debe de ser|suena) (?:muy )?(?:frustrante|molesto|incomodo)|que (?:rabia|faena|lastima|pena)",
    # what the assistant is and offers
    r"(?:i'?m|i am) (?:here )?(?:happy|glad|here) to help(?: you)?(?: with (?:that|this))?|here to help|(?:let me|i can|i'?ll|happy to) (?:help(?: you)?(?: with (?:that|this))?|explain(?: (?:it|this|that|how))?|check(?: that| this)?)|aqui (?:estoy|tienes|tiene)(?: para ayudar(?:te|le)?)?|estoy aqui(?: para ayudar(?:te|le)?)?|te ayudo(?: con (?:eso|esto|tu consulta))?|le ayudo(?: con (?:eso|esto|su consulta))?|te (?:explico|cuento|indico|resumo|detallo)(?: como)?|le (?:explico|cuento|indico|resumo|detallo)(?: como)?",
    r"(?:si (?:necesitas?|quieres?|tienes?|tiene|quiere|te queda|le queda|hay) (?:algo|alguna|cualquier)(?: otra)?(?: cosa| duda| pregunta| consulta)?(?: mas)?|(?:if|should|anything|whenever) ?(?:you|there'?s|else)? ?(?:need|have|like|is)? ?(?:anything|any)?(?: (?:more|other|further|else))?(?: (?:questions?|help|doubts?|that|i can help with|you need|you'?d like to know))?)",
    r"(?:please )?(?:just )?(?:let (?:me|us) know|ask(?: me)?|tell me|say so|feel free to (?:ask|write|reach out|contact us)|don'?t hesitate to (?:ask|contact us|reach out|write))|(?:dimelo|digamelo|dime|digame|preguntame|pregunteme|avisame|aviseme|no dudes en (?:preguntar(?:me|nos)?|escribir(?:me|nos)?|decirmelo|decirnoslo)|no dude en (?:preguntar(?:me|nos)?|escribir(?:me|nos)?|decirmelo|decirnoslo)|escribeme|aqui me tienes)",
    r"(?:i (?:can|could|will|'ll)|i'?ll|i'?m|we (?:can|will)|let me)? ?(?:put|pass|passing|connect|connecting|transfer|transferring|hand|handing|forward) (?:you|this|it|your (?:question|conversation|message|request)) ?(?:over|on|through)?(?: (?:to|with) (?:a|an|one of|someone|somebody|our|the) ?(?:(?:person|human|colleague|colleagues|team|agent|of|in|on|from|our|the|support|member|someone) ?)*)?(?: (?:right )?(?:now|away))?(?: if you (?:prefer|like|want|wish))?",
    r"(?:(?:te|le|lo|la) (?:paso|pongo|conecto|transfiero|derivo|comunico|puedo pasar|puedo poner)|puedo pasar(?:te|le)|puedo poner(?:te|le)|paso tu (?:consulta|conversacion)|paso su (?:consulta|conversacion)) ?(?:en contacto|ahora mismo|ya|enseguida|ahora)*(?: (?:con|a) (?:una|un|alguien|nuestro|el|companer[oa]|persona|agente|equipo|de|del|nosotros|atencion|al cliente|soporte|nuestra|humano)(?: (?:una|un|alguien|nuestro|el|companer[oa]|persona|agente|equipo|de|del|nosotros|atencion|al cliente|soporte))*)?(?: (?:para que (?:lo mire|te ayude|le ayude|lo revise)(?: contigo| con usted)?|si (?:prefieres|prefiere|quieres|quiere|lo deseas|lo desea)))?",
    r"(?:si (?:lo )?(?:prefieres?|quieres?|deseas?)|if you(?:'d| would)? (?:prefer|like|want|rather|wish))(?: (?:to )?(?:talk|speak|hablar)(?: (?:to|with|con) (?:a|una|un|someone|alguien)? ?(?:(?:person|persona|human|agente?|of|in|the|our|team|del|equipo) ?)*)?)?",
    r"(?:hablar con (?:una persona|un agente|alguien)|talk to (?:a person|someone|a human|an agent))",
    r"(?:soy|i'?m|i am|this is) *,? *(?:el |un |una |the |an |a |your |tu |su )?(?:asistente|ai assistant|assistant)(?: (?:de ia|virtual|automatico|digital|of|de|del|at|from))*",
    r"no hace falta que (?:repitas|repita) nada|(?:you don'?t|no) need to repeat anything|(?:ya )?tiene esta conversacion|they have this conversation",
    # nothing known
    r"no (?:tengo|tenemos|dispongo de|encuentro|he encontrado|aparece|hay|veo) (?:mas |ninguna |esa |esta |la |otra )?(?:informacion|datos?|respuesta|detalles?)(?: (?:sobre|de|acerca de) (?:eso|esto|ello|este tema|ese tema|tu pregunta|su pregunta|este punto))?(?: en (?:mis|nuestros|los|las) (?:articulos|guias|fuentes|documentos))?|(?:y )?prefiero no inventar(?:lo|me nada)?|no lo se|no puedo (?:confirmar|responder|decir)(?:te|le|lo)?(?: (?:eso|esto|con seguridad))?",
    r"i (?:don'?t|do not|couldn'?t|could not) (?:have|find|see|know)(?: (?:any|that|more|further|the|an|enough))*(?: (?:information|answer|details|data))?(?: (?:on|about|for) (?:that|this|it|your question))?(?: in (?:our|my|the) (?:articles|guides|sources|documents))?|i'?d rather not (?:make (?:something|anything) up|guess)|i(?:'m| am) not (?:sure|certain)|unable to answer(?: (?:based on|given|from) (?:the )?(?:given |provided )?(?:passages?|sources?|information|context))?|i can'?t (?:confirm|answer)(?: (?:that|this))?",
    # leads
    r"(?:segun|de acuerdo con|conforme a) (?:nuestr[oa]s?|l[oa]s?|el|la|esta?) (?:guias?|articulos?|politicas?|informacion|documentacion|condiciones|pagina|web|ayuda|centro de ayuda)(?: (?:disponible|de ayuda|que tenemos|publicad[oa]s?))?",
    r"(?:according to|based on|as per|as stated in|from|per) (?:our|the|these|this|those|that) (?:\w+ )?(?:guides?|articles?|polic(?:y|ies)|information|documentation|terms|page|help cent(?:re|er)|passages?|sources?|context|text)(?: (?:provided|given|available|above|below))?",
    r"(?:est[oa] es lo que (?:puedo decir(?:te|le|os)|puedo|tenemos|dice|dicen|se|he encontrado|pone)|this is what (?:we|i|it|our|the)(?: (?:have|can|know|found|guide|article|says?|tell))*|here(?:'s| is| are) (?:what|how|the (?:steps|answer|details|information|options))|estos son los pasos|aqui tienes? (?:los pasos|la informacion|la respuesta|el detalle)|the (?:steps|answer) (?:are|is)|these are the steps|sigue estos pasos|siga estos pasos|follow these steps|los pasos son|(?:en resumen|in short|in summary|to summari[sz]e|para resumir|overall|in conclusion|therefore|thus|so|ademas|also|additionally|furthermore|asimismo|por otro lado|on the other hand|however|sin embargo|no obstante))",
    r"(?:depende|that depends|it depends)(?: (?:de|on|del) (?:varios factores|several factors|the (?:country|product|case)|l?a? ?pais|producto|caso))?",
    r"(?:i hope (?:this|that) helps|espero que (?:te|le|esto)? ?(?:te |le )?(?:ayude|sirva|haya ayudado)|espero haber(?:te|le)? ayudado|spero)",
)  # fmt: skip
EMPATHY = _any(
    r"siento|sentimos|lament\w+|entiendo|comprendo|entendemos|disculp\w+|perdon\w*|sorry|understand|apologi\w+|frustra\w+|gracias|thanks?|thank you"
)
QUESTION = _any(
    r"quieres|quiere|prefieres|prefiere|necesitas|necesita|te ayudo|le ayudo|puedo|podrias|podria|puedes|puede|me (?:dices|dice|das|da|cuentas|cuenta|indicas|indica|confirmas|confirma|puedes|puede|podrias|podria)|cual|cuales|que|cuando|donde|como|quien|cuanto|cuantos|en que|de que|a que|has|ha|es|te refieres|se refiere|hay algo|tienes|tiene",
    r"would you|do you|did you|have you|can you|could you|can i|may i|shall i|should i|is there|are you|is it|was it|which|what|when|where|who|how|anything",
)
COMMITS = _any(
    r"puedes?|podras?|podeis|pueden|podran|se puede[n]?|podemos|tienes? (?:derecho|hasta|\d)|derecho a|garantiza\w*|garantia|asegura\w+|prometemos|comprometemos|gratis|gratuit[oa]s?|sin (?:coste|costo|cargo|gastos)|siempre|nunca|jamas|en todos los casos|cualquier|ningun[oa]?|todos?|todas?|reembols\w+|devolv\w+|devuelv\w+|abona\w+|compensa\w+|descuent\w+|descont\w+|cubre[n]?|cubierto|incluid[oa]s?|incluye[n]?|acept\w+|admit\w+|permit\w+|prohib\w+|obligatori\w+|debes?|deber\w+|tienes? que|hay que|hace falta|no hace falta|es necesario|necesitas?|cobra\w*|cuesta[n]?|vale[n]?|paga\w*|no se|no (?:puedes?|pueden|podemos|hay|tienes?|cuesta|cobramos|hacemos|enviamos)|recibiras?|enviaremos|enviamos|entregamos|haremos|hacemos|resolvemos|cambiamos|repar\w+|anul\w+|cancel\w+|caduc\w+|val(?:e|ido|ida|idos|idas)",
    r"can|cannot|can'?t|may|might|must|mustn'?t|shall|will|won'?t|able to|allowed|entitled|eligible|guarantee[sd]?|warrant\w+|promise[sd]?|ensure[sd]?|free|no (?:cost|charge|fee)|always|never|all|any|every|none|refund\w*|reimburs\w+|compensat\w+|discount\w*|deduct\w*|cover(?:s|ed|age)?|include[sd]?|included|accept\w*|permit\w*|prohibit\w*|forbid\w*|have to|has to|need(?:s|ed)? to|required?|should|cost[s]?|charge[sd]?|pay\w*|we (?:do|don'?t|offer|give|send|deliver|repair|replace|exchange|cancel)|you (?:get|have|receive|keep)|valid|expires?|cancel\w*|return(?:s|ed|able)?",
)
PERSON = _any(
    r"(?:soy|somos) (?:un|una)? ?(?:persona|humano|humana|ser humano|agente|operador|operadora|emplead[oa])(?! de ia| virtual)(?: real| de verdad| de carne y hueso)?|no soy (?:un|una|ningun|ninguna) (?:bot|robot|maquina|ia|inteligencia artificial|asistente|programa)",
    r"(?:i'?m|i am|we are|this is) (?:actually |really |indeed )?(?:a|an)? ?(?:real |actual |live )?(?:person|human(?: being)?|human agent|member of staff|employee|live agent)|(?:i'?m|i am) not (?:a|an) (?:bot|robot|machine|ai|assistant|program|chatbot)",
)
NOT_A_PERSON = _any(r"no (?:soy )?una persona|not a (?:real )?(?:person|human)|asistente|assistant")
DONE = _any(
    r"(?:ya )?(?:he|hemos|te he|le he|te hemos|le hemos|se ha|ha sido|queda|ya esta) (?:ya )?(?:cancelad|reembolsad|tramitad|enviad|cambiad|procesad|aplicad|registrad|abiert|anulad|modificad|actualizad|reservad|solicitad|aprobad|activad|desactivad|emitid|abonad|devuelt|gestionad)[oa]s?",
    r"(?:i|we)(?:'ve| have| just|'ve just| have just| have already|'ve already)? (?:already )?(?:cancelled|canceled|refunded|processed|issued|applied|registered|opened|updated|changed|booked|requested|approved|activated|credited|arranged|scheduled|submitted)|(?:your|the) (?:refund|order|return|request|account) (?:has been|was) (?:cancelled|canceled|refunded|processed|issued|approved|applied|updated|changed|credited)",
)
UNSAFE = re.compile(
    r"<\s*/?\s*[a-zA-Z!][^>]{0,300}>?|!\[|\]\(|\]\s*:\s*\S|javascript:|data:[a-z]+/|vbscript:|&#x?\d|\{\{|\$\{|<\||\[/?INST\]|```|(?<![\w/])[A-Za-z0-9+/]{48,}={0,2}|\x1b\[|^\s*[=+@]\w+\(",
    re.IGNORECASE,
)
ABOUT_ITSELF = _any(
    r"system prompt|prompt del sistema|mis instrucciones|my instructions|(?:ignore|ignora|ignorar) (?:all |the |las |todas |any |previous )+(?:instructions|instrucciones|anteriores|previous)*|modo desarrollador|developer mode|jailbreak|dan mode",
)


_IN_CASE = _any(r"si|if|once|cuando|una vez|when|until|hasta|after|despues|mientras|while|whether|unless|salvo")


def has_done(folded: str) -> bool:
    """It says that something was done, which a text cannot know; "once it has been sent" says no such thing."""
    found = DONE.search(folded)
    return bool(found) and not _IN_CASE.search(folded[: found.start()])


def plain_rest(sentence: str) -> str:
    """What is left of a sentence without the phrases that need no source."""
    return PLAIN.sub(" ", fold(sentence).replace("’", "'"))
