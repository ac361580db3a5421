"""Places that people name, with the country and the delivery region they lie in.

Conditions differ by country, and within Spain between the mainland, the islands and the two cities in Africa. A town
that exists in two countries (Guadalajara, Mérida, León) says nothing about the country by itself.
"""

import re
from dataclasses import dataclass
from functools import cache

from relevo.kit.folding import fold


@dataclass(frozen=True, slots=True)
class Place:
    """`country` is an ISO code or None where the name leaves it open; `region` narrows it down where that matters."""

    name: str
    country: str | None
    region: str | None = None
    town: str | None = None
    country_names: tuple[str, ...] = ()


# country | region | names, separated by commas; a name in both countries stands under "?".
_TABLE = """
es | | españa, spain, espana, peninsula iberica
mx | | méxico, mexico, república mexicana, mex
pt | | portugal, lisboa, lisbon, oporto, porto
fr | | francia, france, parís, paris, lyon, marsella
it | | italia, italy, roma, rome, milán, milan
de | | alemania, germany, berlín, berlin, múnich, munich
gb | | reino unido, united kingdom, uk, inglaterra, england, londres, london, escocia, scotland, gales, wales, manchester
ie | | irlanda, ireland, dublín, dublin
us | | estados unidos, united states, usa, eeuu, ee uu, texas, california, florida, miami, houston, nueva york, new york, chicago, los ángeles, los angeles
ar | | argentina, buenos aires, caba, rosario, mendoza, la plata, mar del plata, tucumán, bariloche, neuquén, bahía blanca
co | | colombia, bogotá, medellín, cali, barranquilla, bucaramanga, manizales, pereira, cúcuta, ibagué, santa marta, villavicencio, pasto, neiva, popayán, cartagena de indias, envigado, soacha
cl | | chile, valparaíso, viña del mar, antofagasta, temuco, iquique, rancagua, puerto montt, santiago de chile
pe | | perú, peru, lima, arequipa, cusco, cuzco, trujillo peru, chiclayo, piura, iquitos, miraflores
uy | | uruguay, montevideo
ec | | ecuador, quito, guayaquil
ve | | venezuela, caracas, maracaibo
gt | | guatemala
ad | | andorra
ma | | marruecos, morocco, casablanca
ch | | suiza, switzerland
be | | bélgica, belgium, bruselas
nl | | países bajos, holanda, netherlands, amsterdam
gi | | gibraltar
cu | | cuba, la habana
bo | | bolivia, santa cruz de la sierra, cochabamba
py | | paraguay, asunción
do | | república dominicana, dominican republic, santo domingo, punta cana
br | | brasil, brazil, são paulo, sao paulo, río de janeiro, rio de janeiro
ca | | canadá, canada, toronto, montreal, vancouver
at | | austria, viena, vienna
pl | | polonia, poland, varsovia, warsaw
se | | suecia, sweden, estocolmo, stockholm
dk | | dinamarca, denmark, copenhague, copenhagen
no | | noruega, norway, oslo
gr | | grecia, greece, atenas, athens
jp | | japón, japan, tokio, tokyo
cn | | china, pekín, beijing, shanghái, shanghai
cr | | costa rica
pa | | panamá
br | | brasil, brazil
ca | | canadá, canada
es | peninsula | península, peninsula, mainland spain
es | baleares | baleares, islas baleares, balearic islands, balearics, the balearics, mallorca, majorca, menorca, minorca, ibiza, eivissa, formentera, palma, palma de mallorca, mahón, maó, ciutadella, ciudadela, manacor, inca, calvià, calvia, alcúdia, sóller, llucmajor, san antonio de portmany, santa eulalia
es | canarias | canarias, islas canarias, canary islands, the canaries, canaries, tenerife, gran canaria, lanzarote, fuerteventura, la palma, la gomera, el hierro, la graciosa, las palmas, las palmas de gran canaria, santa cruz de tenerife, la laguna, telde, arrecife, puerto del rosario, adeje, arona, maspalomas, la orotava, puerto de la cruz, corralejo
es | ceuta | ceuta
es | melilla | melilla
es | peninsula | madrid, barcelona, sevilla, seville, zaragoza, saragossa, málaga, malaga, murcia, bilbao, alicante, valladolid, vigo, gijón, gijon, hospitalet, la coruña, a coruña, coruña, vitoria, granada, elche, oviedo, badalona, terrassa, sabadell, jerez, móstoles, alcalá de henares, pamplona, almería, fuenlabrada, leganés, san sebastián, donostia, getafe, burgos, santander, albacete, castellón, alcorcón, logroño, badajoz, huelva, salamanca españa, marbella, lleida, lérida, tarragona, dos hermanas, torrevieja, parla, torrejón, mataró, algeciras, reus, alcobendas, santiago de compostela, ourense, lugo, pontevedra, girona, gerona, cáceres, jaén, cádiz, cadiz, huesca, teruel, soria, segovia, ávila, avila, palencia, zamora, cuenca, ciudad real, ferrol, avilés, ponferrada, talavera, linares, motril, ronda, benidorm, gandía, gandia, denia, dénia, sagunto, orihuela, lorca, cataluña, catalonia, catalunya, andalucía, andalusia, galicia, asturias, cantabria, país vasco, euskadi, basque country, navarra, aragón, aragon, castilla y león, castilla-la mancha, castilla la mancha, extremadura, comunidad valenciana, la rioja, costa brava, costa del sol, alcoy, irún, getxo, barakaldo
mx | cdmx | ciudad de méxico, cdmx, mexico city, distrito federal, coyoacán, coyoacan, polanco, iztapalapa, tlalpan, xochimilco, condesa
mx | guadalajara | guadalajara jalisco, zapopan, tlaquepaque, tonalá
mx | monterrey | monterrey, san pedro garza garcía, guadalupe nuevo león
mx | | puebla, querétaro, queretaro, tijuana, mexicali, ciudad juárez, ciudad juarez, juárez, chihuahua, hermosillo, culiacán, culiacan, mazatlán, mazatlan, saltillo, torreón, torreon, aguascalientes, san luis potosí, san luis potosi, zacatecas, guanajuato, irapuato, celaya, morelia, michoacán, michoacan, toluca, cuernavaca, morelos, pachuca, hidalgo, tlaxcala, veracruz, xalapa, jalapa, oaxaca, tuxtla gutiérrez, tuxtla, chiapas, villahermosa, tabasco, campeche, yucatán, yucatan, cancún, cancun, quintana roo, playa del carmen, chetumal, acapulco, guerrero, colima, nayarit, tepic, jalisco, nuevo león, nuevo leon, tamaulipas, tampico, reynosa, matamoros, sinaloa, sonora, coahuila, baja california, la paz baja california, los cabos, puerto vallarta, tehuacán, ecatepec, nezahualcóyotl, naucalpan, tlalnepantla, estado de méxico, edomex, cozumel, tulum, ensenada, poza rica, coatzacoalcos, tapachula, uruapan, zamora michoacán
? | | guadalajara, mérida, merida, valencia, león, leon, córdoba, cordoba, cartagena, toledo, salamanca, durango, santiago, santa cruz, zamora de hidalgo, victoria
"""  # noqa: E501
# In Spain far more often than anywhere else, unless another country is named: taken so when nothing speaks against it.
_USUALLY = {
    "valencia": ("es", "peninsula"),
    "toledo": ("es", "peninsula"),
    "salamanca": ("es", "peninsula"),
    "cordoba": ("es", "peninsula"),
}
_PRICE_SIGNS = (
    ("es", re.compile(r"€|\beuros?\b|\b(?:nif|cif|nie)\b")),
    ("co", re.compile(r"\bcop\b|\bpse\b|\bcedula\b|\bnequi\b")),
    ("mx", re.compile(r"\bmxn\b|\bpesos\b|\bspei\b|\bcfdi\b|\brfc\b|\bclabe\b|\boxxo\b|\btimbr[ae]n?\b")),
)

_NAMES = {"pt": ("portugal",), "fr": ("francia", "france"), "it": ("italia", "italy"), "de": ("alemania", "germany"),
          "gb": ("kingdom",), "us": ("estados", "states"), "ar": ("argentina",), "co": ("colombia",), "ad": ("andorra",)}  # fmt: skip


@cache
def _places() -> tuple[dict[str, Place], re.Pattern[str]]:
    found: dict[str, Place] = {}
    for line in _TABLE.strip().splitlines():
        country, region, names = (part.strip() for part in line.split("|"))
        for name in names.split(","):
            plain = fold(name.strip())
            code = None if country == "?" else country
            is_town = plain not in _AREAS
            found[plain] = Place(plain, code, region or None, plain if is_town else None, _NAMES.get(country, ()))
    longest_first = sorted(found, key=len, reverse=True)
    return found, re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in longest_first) + r")(?!\w)")


_AREAS = frozenset(
    fold(name)
    for name in (
        "españa", "spain", "peninsula iberica", "méxico", "mexico", "república mexicana", "mex", "portugal", "francia", "france",
        "italia", "italy", "alemania", "germany", "reino unido", "united kingdom", "uk", "inglaterra", "england", "escocia",
        "scotland", "gales", "wales", "irlanda", "ireland", "estados unidos", "united states", "usa", "eeuu", "ee uu", "argentina",
        "colombia", "chile", "perú", "uruguay", "ecuador", "venezuela", "guatemala", "andorra", "marruecos", "morocco", "suiza",
        "switzerland", "bélgica", "belgium", "países bajos", "holanda", "netherlands", "cuba", "costa rica", "panamá", "brasil",
        "brazil", "canadá", "canada", "bolivia", "paraguay", "república dominicana", "dominican republic", "austria", "polonia", "poland",
        "suecia", "sweden", "dinamarca", "denmark", "noruega", "norway", "grecia", "greece", "japón", "japan", "china",
        "baleares", "islas baleares", "balearic islands", "balearics", "the balearics", "canarias",
        "islas canarias", "canary islands", "canaries", "the canaries", "península", "mainland spain",
    )
)  # fmt: skip


def find_places(text: str) -> list[Place]:
    """Every place named in `text`, in order; a name in two countries takes the country that the text gives elsewhere."""
    table, pattern = _places()
    named = [table[match.group()] for match in pattern.finditer(fold(text))]
    countries = {place.country for place in named if place.country}
    return [_settled(place, countries) for place in named]


def _settled(place: Place, countries: set[str]) -> Place:
    if place.country:
        return place
    if len(countries) == 1:
        country = next(iter(countries))
        region = (
            "guadalajara"
            if (country, place.name) == ("mx", "guadalajara")
            else "peninsula"
            if country == "es"
            else None
        )
        return Place(place.name, country, region, place.town)
    if not countries and place.name in _USUALLY:
        return Place(place.name, *_USUALLY[place.name], place.town)
    return place


def country_of(text: str) -> str | None:
    """The one country that `text` speaks of, by its places or else by its money and papers; None where open."""
    countries = {place.country for place in find_places(text) if place.country}
    if not countries:
        countries = {code for code, sign in _PRICE_SIGNS if sign.search(fold(text))}
    return next(iter(countries)) if len(countries) == 1 else None
