"""The words around names: what introduces one, what forbids one, and what is no name though it looks like one. Folded."""

import re

from relevo.understanding.tokens import word_set

# "Soy Ana": what follows is a name if it looks like one at all.
INTRODUCED = re.compile(
    r"\b(?:(?P<sure>me llamo|mi (?:nombre|apellido)(?: completo)? es|my (?:full )?name is|my name's|se llama|nombre(?: completo)?\s*:|nombre y apellidos?\s*:?"
    r"|a nombre de(?:l)?(?: sr\.?| sra\.?)?\s*:?|en nombre de|de parte de|a la atencion de|att?n\s*:?|at(?:\.|te?\.)\s*:|titular(?: de la (?:tarjeta|cuenta))?\s*:|(?:under|in) the name(?: of)?"
    r"|name\s*:|name (?:on the account )?is|account holder(?: is)?\s*:?|firmado\s*:?|firma\s*:|signed(?: by)?\s*:|fdo\.?\s*:?|le (?:saluda|escribe|habla)|les (?:saluda|escribe|habla)|te escribe|os escribe|habla"
    r"|mi nombre:?|her name is|his name is|their name is|la llamaban|responde al nombre de|i go by|apellidos?\s*:|llamad[oa]|called(?! me))"
    r"|(?P<half>soy|yo soy|somos|i'm|i am|im|this is|it's|its|aqui|al habla|pregunt\w+ por|ask for|ask|habl\w+ con|spoke (?:to|with)|speak (?:to|with)|speaking to|talk(?:ed)? (?:to|with)"
    r"|contesta|un tal|una tal|under|nombre|name|customer\s*:|customer|cliente\s*:|titular|contacto\s*:|contact\s*:|dear|estimad[oa]s?|querid[oa]|hola|hello|hi|hey|buenas|gracias|thanks|thank you"
    r"|tell|dile a|digale a|from|de|con|a|para|for|with|by|por|is|es|refund|reembols\w+|recogio|firmo|firmado por|entregado a|entregar a|le atendio|me atendio|and|y|or|signed|yo|reclamo yo))[\s,:]{1,3}$"
)
TITLES = word_set(
    "sr sra srta sres don dona d dna dr dra doctor doctora lic licda ing arq prof profesor profesora mr mrs ms miss mx sir madam lady mister professor senor senora senorita seno rev padre sor fray tio tia"
)
RELATIVES = word_set("""
    marido mujer esposo esposa hijo hija padre madre hermano hermana abuelo abuela suegro suegra cunado cunada primo prima novio novia
    pareja companero companera vecino vecina amigo amiga jefe jefa socio socia tio tia sobrino sobrina nieto nieta portero conductor
    husband wife son daughter father mother brother sister grandmother grandfather cousin boyfriend girlfriend partner neighbour
    neighbor friend boss colleague flatmate roommate law mum mom dad uncle aunt nephew niece driver secretaria asistente repartidor
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
CLOSINGS = re.compile(
    r"^\W*(?:(?:un|muchos?|cordiales?)\s+)?(?:saludos?(?: cordiales?)?|(?:muchas |mil )?gracias(?: de antemano| por todo)?|atentamente|atte|cordialmente|un abrazo|abrazos?"
    r"|(?:kind|best|warm|many)?\s?(?:regards|wishes|thanks)|cheers|thank you|yours (?:sincerely|faithfully|truly)|sincerely|best|respectfully|enviado desde mi \w+|sent from my \w+|quedo a la espera)\W*$"
)
LINKS = word_set("de del la las los y i e da do dos van von der den el al bin ibn san santa o mac mc st ma jr d'")
