"""The words that addresses are made of, in Spain, Latin America, the United States and the United Kingdom; folded."""

# ruff: noqa: E501 - a pattern reads better on one line

from relevo.understanding.tokens import word_set

# Before the name: "calle Mayor 15".
STREETS = word_set("""
    calle c cl cll clle avenida avda avd av ave plaza pza plza plazuela paseo pso ronda camino cno carretera ctra travesia
    trav travessera glorieta gta pasaje psje pje rambla via carrer rua kalea etorbidea avinguda passeig cami jiron jr calzada calz
    boulevard blvd bulevar privada priv cerrada andador prolongacion prol circuito carrera cra kra cr krr transversal tv transv diagonal dg diag
    autopista callejon alameda cuesta costanilla corredera malecon costanera ruta gran urbanizacion urb avinguda poligono pol
""")
# Of these only "calle": the others are words of everything and need a number close by, or a capital.
WEAK_STREETS = word_set(
    "c cl cr via ruta gran camino carrera plaza circuito cuesta diagonal pol priv privada rua dg tv prol paseo urb cami autopista cerrada andador circuito pasaje ronda alameda transversal malecon"
)

# After the name: "123 Main Street".
ENDINGS = word_set("""
    street st road rd avenue ave lane ln drive dr boulevard blvd court ct close crescent cres gardens gdns terrace terr place pl square sq
    way parkway pkwy highway hwy circle cir grove mews row hill trail trl cottage cottages house turnpike pike walk view rise green
    gate park mount vale yard embankment quay wharf broadway parade avda loop run alley path common villas buildings
""")
WEAK_ENDINGS = word_set("""
    drive dr court close place way circle row hill trail house walk view rise green gate park mount yard parade loop run path common
    buildings square st run pike cottage gardens run grove quay terrace pl
""")
# What a number counts rather than numbers.
COUNTED = word_set("""
    to the of and for in on with or my your a an is was are minutes minute min mins hours hour days day weeks week months years miles
    mile km items item pieces times people pcs pack packs long short more different small big large new old other first x only
    euros dollars pounds percent lamps lights
""")

# What no name of a street contains: the sentence goes on.
NO_STREET = word_set("""
    estaba esta estan es son era fue que no me se lo le con sin por para pero porque cuando donde como hay habia tiene tienen tengo quiero
    vive vivo ni si ya muy mas menos desde hasta hace ha he han tarda tardan cuesta cerrada cortada cerca lejos queda llego llega llegaron
    entregar tienda tiendas abierta abre abren abierto anterior siguiente correcta equivocada mi tu su este esta ese esa un una uno
    pagos pago envio compra credito debito ahorro mail email correo
    was is are were the that and but because with without near open closed to at has have had
""")

# Between name and place: floors, doors, quarters.
PARTS = (
    r"(?:piso|planta|puerta|pta|escalera|esc|portal|bloque|blq|bloq|entresuelo|principal|atico|sotano|local|nave|oficina|of|ofi|ofic|interior|int"
    r"|exterior|ext|depto|dpto|dto|depa|departamento|apto|apartamento|apt|apartment|aptos|suite|ste|unit|unidad|torre|casa|lote|lt|mz|mza|manzana|edificio|edif"
    r"|floor|fl|flat|room|rm|bis|letra|km|cto|bajos?)\b\.?\s?(?:n\.?[ºo°]\.?\s?)?#?(?:\d{1,5}\s?[ºª°oa]?(?!\w)|[a-z]\b|\d{1,4}[a-z]\b|[a-z]\d{1,4}\b)?"
)
FLOOR = (
    r"\d{1,2}\s?[ºª°]\s?[a-z]?\b(?!\w)|\d{1,2}[oa]\s(?:izq|dcha|drcha|[a-d]\b)|\d{1,2}\s?[a-h]\b|\d{1,2}\s?-\s?\d{1,2}[a-z]?\b|\d{1,2}(?:r|n|t|e)\s\d{1,2}[ao]\b"
    r"|(?:izq|izqda|izquierda|dcha|drcha|derecha|centro izquierda)\b|bajos?(?:\s(?:izq\w*|dcha|derecha|[a-d]))?\b|atico\b|#\s?\d{1,4}[a-z]?\b"
)
QUARTERS = r"(?:colonia|col|fracc|fraccionamiento|barrio|bo|urbanizacion|urb|sector|residencial|delegacion|alcaldia|poligono|parque industrial|conjunto|villa|partido)\b\.?"
POSTCODE = r"(?:(?:c\.?p\.?|codigo postal|cod\.? postal|zip|postcode)\s?:?\s?)?(?:\d{5}(?:-\d{4})?|[a-z]\d{4}[a-z]{3}|[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2})(?![\w-])"
UK_POSTCODE = r"(?<!\w)(?:[a-pr-uwyz][a-hk-y]?\d[a-z\d]?)\s\d[abd-hjlnp-uw-z]{2}(?!\w)"
STATES = word_set(
    """al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut
    vt va wa wv wi wy dc"""
)

# Towns and regions as they end an address, also in small letters.
PLACES = word_set("""
    madrid barcelona sevilla valencia zaragoza malaga murcia bilbao alicante valladolid vigo gijon coruna vitoria granada elche oviedo
    badalona terrassa sabadell jerez mostoles pamplona almeria leganes donostia getafe burgos santander albacete castellon logrono
    badajoz huelva salamanca marbella lleida tarragona cordoba cadiz jaen caceres toledo girona ourense lugo pontevedra leon palencia
    zamora avila segovia soria cuenca guadalajara teruel huesca ceuta melilla palma cdmx mexico monterrey puebla queretaro tijuana leon
    merida cancun toluca morelia oaxaca chihuahua hermosillo culiacan saltillo torreon aguascalientes veracruz xalapa jalisco nl edomex
    zapopan tlaquepaque tlajomulco bogota medellin cali barranquilla cartagena bucaramanga pereira manizales ibague cucuta chapinero
    santiago providencia nunoa valparaiso concepcion temuco vina antofagasta lima miraflores arequipa trujillo cusco surco barranco
    chiclayo piura callao caba rosario mendoza tucuman salta neuquen argentina chile peru colombia espana spain usa uk
    london leeds manchester liverpool birmingham bristol glasgow edinburgh cardiff sheffield leicester nottingham newcastle brighton
    oxford cambridge reading bath york belfast dublin southampton portsmouth plymouth exeter norwich coventry
    chicago houston phoenix dallas austin denver seattle portland boston miami atlanta philadelphia brooklyn springfield
    england scotland wales ireland
""")
# A shop or an office of somebody: a place of business is nobody's home.
BUSINESS = (
    r"(?:\b(?:tienda|tiendas|sucursal|local|oficina de correos|restaurante|showroom|store|shop|branch|outlet|metro|estacion|parada|station"
    r"|hotel|museo|supermercado)\b(?:\s+(?:vuestra|suya))?\s*(?:(?:de|en|on|at|in|del|near)\s+)?(?:la\s+|el\s+|the\s+|calle\s+|your\s+)?)$"
)
# What introduces an address that has no word for a street.
INTRODUCES = (
    r"(?:\b(?:vivo en|vivimos en|vive en|estoy en|domicilio|direccion(?: de (?:entrega|envio|casa))?|mi casa (?:es|esta en|queda en)|entregar en|entrega es en|entrega en|recoge[rd]? en|recojan en|entreguen en|enviar a"
    r"|envienlo a|enviadlo a|mandenlo a|mandar a|envio a|mandadlo a|live at|lives at|i'm at|address(?: is)?|deliver to|ship to|send (?:it|them) to|moved to|house is)\b"
    r"(?:\s+(?:es|is|la|en|nueva|correcta|now))*\s*:?\s*)$"
)
# With a capital before an address, but no part of it.
NOT_FIRST = word_set("mr mrs ms miss dr my i we i'm we're send ship deliver to please address is at hi hello postcode")
