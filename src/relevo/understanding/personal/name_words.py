"""The words around names: what introduces one, what forbids one, and what is no name though it looks like one. Folded."""

# ruff: noqa: E501 - a pattern reads better on one line

import re

from relevo.understanding.tokens import word_set

# What introduces a name. After `sure` almost any word is one; after `called` and `self` those that look like one; after `half` only
# what can be nothing else.
INTRODUCED = re.compile(
    r"\b(?:(?P<sure>me llamo|mi (?:nombre|apellido)(?: completo)? es|my (?:full |last |first )?name is|my name's|nombre(?: completo)?\s*:|nombre y apellidos?\s*:"
    r"|a nombre de(?: la)?(?: sr\.?| sra\.?)?\s*:?|att?n\s*:|at(?:\.|te?\.)\s*:|titular(?: de la (?:tarjeta|cuenta))?\s*:|(?:under|in) the name(?: of)?|name\s*:"
    r"|name on the (?:account|card) is|account holder(?: is)?\s*:?|firmado\s*:|firma\s*:|fdo\.?\s*:?|signed(?: by)?\s*:|her name is|his name is|their name is|i go by"
    r"|apellidos?\s*:|full name\s*:|customer name\s*:)"
    r"|(?P<called>se llama|name is|nombre es|responde al nombre de|llamad[oa]|called(?! me)|named|pregunt\w+ por|ask(?:ed)? for|un tal|una tal|titular|clienta?|customer|contesta|atendio"
    r"|en nombre de|de parte de|on behalf of|a la atencion de|le (?:saluda|escribe|habla)|les (?:saluda|escribe|habla)|te escribe|os escribe|habla|firmado por|signed(?: for)?(?: by)?|firmado|entregado a|entregar a)"
    r"|(?P<self>(?:yo |no )?soy|somos|i'm|i am|im|this is|it's|its|it is|aqui|al habla|habl\w+ con|spoke (?:to|with)|speak (?:to|with)|speaking to|talk(?:ed)? (?:to|with)|dear|estimad[oa]s?"
    r"|querid[oa]|hola|hello|hi|hey|buenas|buenos dias|buenas tardes|under|contacto\s*:|contact\s*:|cliente\s*:|customer\s*:|nombre|yo|reclamo yo|recogio)"
    r"|(?P<half>gracias|thanks|thank you|tell|dile a|digale a|from|de|con|a|para|for|with|by|por|is|es|refund|and|y|or|to|va|que|that))[\s,:]{1,3}"
)
TITLES = word_set(
    "profr profra profa mtro mtra enf sr sra srta sres don dona d dna dr dra doctor doctora lic licda ing arq prof profesor profesora mr mrs ms miss mx sir madam lady mister professor senor senora senorita seno rev padre sor fray tio tia"
)
RELATIVES = word_set("""
    marido mujer esposo esposa hijo hija padre madre hermano hermana abuelo abuela suegro suegra cunado cunada primo prima novio novia
    pareja companero companera vecino vecina amigo amiga jefe jefa socio socia tio tia sobrino sobrina nieto nieta portero conductor
    husband wife son daughter father mother brother sister grandmother grandfather cousin boyfriend girlfriend partner neighbour
    neighbor friend boss colleague flatmate roommate law mum mom dad uncle aunt nephew niece driver repartidor
    obra
""")
# Before a name: then it is a street, a place, a shop or a thing.
NOT_AFTER = word_set("""
    calle c avenida av avda plaza paseo ronda camino carretera rambla via san santa santo st saint tienda sucursal centro hospital clinica
    colegio instituto universidad hotel restaurante bar cafe estacion parada metro barrio colonia estadio torre edificio museo parque
    banco casa muebles modelo marca serie linea coleccion gama lampara sofa silla mesa olla sarten cama estanteria armario colchon
    cafetera vestido zapato zapatos producto color colour rio isla playa cabo puerto sierra monte villa ciudad new los las el la
    street road avenue lane drive store shop branch hospital school college university station hotel model brand range line
    collection lamp sofa chair table desk bed shelf pan pot vacuum color county mount lake river island fort port north south
    east west city town santiago fiesta dia virgen semana feast happy merry torneo copa premio fundacion editorial grupo
    lampe mesita butaca cojin alfombra freidora the my your our
""")
# After a name: a company, a thing, a place.
NOT_BEFORE = word_set("""
    sl sa slu sau ltd llc inc corp plc gmbh cia hermanos hijos asociados lamp sofa chair table desk bed street road avenue store shop
    collection range model station hospital university school express bank hotel airport park center centre mall lighting furniture
    vacuum hoover bulbs bulb islands beach valley city county team company group foundation electric
""")
# With a capital in the middle of a sentence, but nobody's name.
NO_NAMES = word_set("""
    gratefully aye abrazos abrazo besos carinos warmly
    cliente clienta gerente gerencia director presidente doctor licenciado ingeniero profesor vendedor encargado encargada fallecido titular
    sir madam team customer relations
    lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre
    diciembre monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december espana mexico madrid barcelona sevilla valencia bilbao zaragoza malaga murcia granada cordoba santiago
    guadalajara monterrey puebla bogota medellin cali lima quito caracas buenos aires argentina chile colombia peru ecuador venezuela
    london paris roma berlin new york texas california florida houston dallas austin boston chicago miami seattle denver phoenix
    england scotland wales ireland spain france germany italy portugal black friday cyber navidad christmas easter reyes pascua semana santa
    amazon google apple samsung sony philips bosch siemens dyson ikea zara mango nike adidas lidl aldi carrefour mercadona tesco correos seur
    dhl ups fedex mrw gls nacex paypal visa mastercard amex bizum whatsapp instagram facebook twitter youtube tiktok gmail iphone android
    windows mac linux chrome safari alexa siri netflix spotify uber casa lumbre corte ingles leroy merlin media markt best buy walmart target
    hola hello hi hey gracias thanks buenas buenos dias tardes noches saludos good morning afternoon evening dear estimado estimada
    senor senora don dona sr sra mr mrs ms dr dra el la los las un una de del y o que si no me mi tu su se lo le es soy por para con
    pedido factura order invoice the a an i my your is are was to of and or for in on at it this that please when where why how what
    dni nie nif cif iban rfc curp cuit rut ruc ssn cp tel telf telefono correo email phone mobile calle avenida plaza col colonia
    urgente urgent ayuda help black white red blue green blanco negro rojo azul verde gris grey gray gold silver rose
    cordiales atentamente atte regards best kind kindly sincerely cheers many warm wishes yours un saludo enviado sent desde from
    hotel banco bank torre edificio street road st ave centro tienda store shop support soporte servicio atencion cliente team equipo
    relevo assistant asistente jefe ventas compras responsable director directora gerente manager accounts sales operations
    ya ha he estoy tengo quiero necesito ok vale bien mal todo nada aqui ahora hoy ayer manana dios santa san virgen navarra galicia
    visitor anonimo anonymous guest invitado contacto contact yo nadie alguien somebody nobody anyone everyone usted ustedes vosotros
    reading bath general electric marks spencer lewis john
""") - word_set("martes julio abril mayo may june april august santiago reyes rose john lewis spencer domingo")  # fmt: skip
# "Soy de Sevilla", "I'm happy": after an introduction, what begins like this is no name.
GOES_ON = word_set("""
    de del la el los las un una uno unos unas yo muy mas el que quien cliente clienta nuevo nueva nuevos mayor persona autonomo autonoma
    alergico alergica zurdo espanol espanola mexicano mexicana argentino argentina colombiano peruano chileno ingles inglesa
    usuario usuaria socio socia vecino vecina titular propietario propietaria dueno duena miembro consciente capaz incapaz otro otra
    conmigo mi mis su sus tu tus nuestro nuestra este esta ese esa eso esto aquel alguien nadie algo nada todos todas todo toda
    favor fin ejemplo eso si no ni ya hoy ayer manana ahora aqui alli cuando como donde porque pero sin con para por en a al y o
    atencion cuenta tarjeta empresa error correo telefono mail email compra pedido factura envio servicio soporte tienda
    a an the so very not no just really still also too happy sad angry sorry afraid sure trying looking waiting writing having getting
    going in on at from with about for to of here there new old unhappy disappointed spanish english mexican american british french
    unable interested ready done tired fed upset confused frustrated your my his her their our its it that this what when where why
    how who ridiculous urgent late broken wrong right good bad great ok okay fine nice awful terrible me you him them us being been
    only always never already calling speaking reaching contacting customer writing but and or if as because
    llamo llamas llama fue era son eres es somos estaba esta estoy estan hay va voy van tengo tiene quiero necesito hemos he ha han
    buenas buenos buen tardes dias noches hola gracias equipo team there all everyone everybody guys folks sir madam
    amable entregar recibir hacer ver saber poder comprar devolver cambiar pagar recoger
    ustedes usted vosotros vosotras nosotros ellos ellas ella
""")
_CLOSING = (
    r"(?:un |una |muchos |muchas |mil |con |many |kind |best |warm |warmest |with |afectuosos? )*(?:saludos?|gracias|atentamente|atte|cordialmente|abrazos?|besos|carinos"
    r"|respetuosamente|regards|wishes|thanks|cheers|thank you|yours|sincerely|best|ta|respectfully|faithfully|warmly|love)"
    r"(?: cordiales?| de antemano| anticipadas?| por todo| por su \w+| a todos| sincerely| faithfully| truly| kindly| so much| a lot| a bunch| in advance| afectuosos?| y un saludo)*"
)
# A line that is a closing and nothing else.
CLOSINGS = re.compile(
    rf"\W*(?:{_CLOSING}|enviado desde mi \w+|sent from my \w+|(?:quedo a la|en) espera(?: de [\w ]+)?|quedo atent[oa])\W*"
)
# A closing with the name on the same line, at its end.
CLOSED_BY = re.compile(rf"(?<![^\W_])(?:{_CLOSING})\s?[,.!:]+\s+")
# Who signs for a company, a department or a team.
ORGANISATIONS = word_set("""
    fundacion tortilleria bodega carnes floreria papeleria
    taller talleres transportes construcciones constructora clinica hotel hostal libreria papeleria ferreteria supermercado supermercados restaurante
    club comite consejo administracion gerencia equipo tesoreria contabilidad sistemas compras ventas secretaria centro colegio escuela instituto
    asociacion aavv agencia corporacion cooperativa estudio dpto departamento direccion vicedireccion comision natatorio parcela merceria pena casa
    hnos grupo recursos humanos almacen servicio mantenimiento laboratorio farmacia panaderia muebles distribuidora comercial edificio condominio
    accounts payable office manager property team department surgery committee school primary estates procurement bookkeeper hospice supply
    marine dental facilities bursar clerk desk reception customer support sales services company lofts reunion hotel
""")
LINKS = word_set("de del la las los y i e da do dos van von der den el al bin ibn san santa o mac mc st ma jr d'")
# In small letters these go on with the sentence, also where they are somebody's name.
EVERYDAY = word_set("""
    calle casa mas mayor bueno buena mira real dorado sola solo sal seco vivo will may grant mark page long small short good great park
    rich see case cash completo anterior premium robo feo eh cotitular said my every off twice once four two three one dos tres cuatro cinco
    seis siete ocho nueve diez convenience conversion she he they yesterday today preguntando pidiendo mentirosa mentiroso anoto don
    anglo equivocado incorrecto mal asi igual diferente distinto wrong different misspelled spelled spelt missing right correct not
    mes julio abril junio mayo cruz costa real sierra plata pino rey reina luna plaza torre verde blanco negro rojo rosa azul
""")
BRANDS = frozenset({
    "john lewis", "and spencer", "tommy hilfiger", "calvin klein", "ralph lauren", "hugo boss", "harley davidson", "massimo dutti", "adolfo dominguez",
    "johnnie walker", "jack daniels", "jack daniel", "mary kay", "carolina herrera", "ben nevis", "louis vuitton", "michael kors", "paco rabanne",
    "jose cuervo", "don julio", "wells fargo", "morgan stanley", "jp morgan", "laura ashley", "charles schwab", "leroy merlin", "santa maria",
    "santa clara", "san miguel", "pedro del hierro", "emma", "kate spade", "ted baker", "paul smith", "marie claire", "general electric",
    "victoria secret", "victoria's secret", "santa teresa", "jordan", "mercedes benz", "alfa romeo", "aston martin", "rolls royce", "ben & jerry",
    "miele", "cruz roja", "cruz verde", "real madrid", "san valentin", "san jose", "san juan", "san diego", "san antonio", "san francisco", "santa fe",
    "santa cruz", "costa rica", "puerto rico", "buenos aires", "virginia beach", "georgia tech", "austin texas",
})  # fmt: skip
MONTHS = word_set("april may june august abril mayo junio julio agosto")
