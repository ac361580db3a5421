"""Why something was taken or left, in words; the codes are stable, for programs."""

from relevo.kit.text import shorten

_TEXTS: dict[str, tuple[str, str]] = {  # Spanish, English
    "added": ("añadido", "added"),
    "replaced": ("actualizado", "replaced"),
    "unchanged": ("sin cambios desde la última vez", "unchanged since last time"),
    "held": ("a la espera de revisión", "waits for review"),
    "empty": ("no contiene texto", "empty"),
    "no_text": ("solo contiene imágenes, sin texto que leer", "holds only images, no text to read"),
    "unsupported": ("este tipo de archivo no se lee: {}", "files of the kind {} are not read"),
    "old_office": (
        "es de una versión antigua de Office o está cifrado; guárdelo como .docx o .xlsx",
        "is of an old version of Office, or encrypted; save it as .docx or .xlsx",
    ),
    "encrypted": ("está protegido con contraseña", "is protected by a password"),
    "too_large": ("supera el tamaño permitido ({})", "larger than {}"),
    "too_many": ("hay más archivos o páginas de los que se leen de una vez ({})", "more than are read at once ({})"),
    "not_text": ("no es un archivo de texto", "is no text"),
    "broken": ("está dañado o no es lo que dice ser", "is damaged, or not what it says it is"),
    "entities": ("contiene definiciones XML que no se leen", "contains XML definitions that are not read"),
    "too_slow": ("su lectura tardaba demasiado", "took too long to read"),
    "too_big_inside": ("descomprimido ocupa demasiado", "unpacks to more than is read"),
    "reader_failed": ("el lector se detuvo al leerlo", "the reader stopped while reading it"),
    "missing": ("no existe", "there is no such file or folder"),
    "no_files": ("la carpeta no contiene archivos", "the folder holds no files"),
    "unreadable": ("no se puede abrir", "cannot be opened"),
    "outside": ("no está en una carpeta permitida", "is not in a folder that is allowed"),
    "same": ("dice casi lo mismo que {}", "says nearly the same as {}"),
    "gone": ("ya no está en su sitio; el artículo se retiró", "is no longer there; the article was withdrawn"),
    "not_found": ("no se encontró ({})", "was not found ({})"),
    "http_status": ("el sitio respondió con el error {}", "the site answered with the error {}"),
    "robots": ("el sitio pide que no se lea (robots.txt)", "the site asks for it not to be read (robots.txt)"),
    "no_index": ("la página pide que no se lea (noindex)", "the page asks for it not to be read (noindex)"),
    "other_site": ("pertenece a otro sitio", "belongs to another site"),
    "not_public": ("la dirección lleva a una red interna", "the address leads into an internal network"),
    "scheme": ("solo se leen direcciones http y https", "only http and https addresses are read"),
    "credentials": ("la dirección lleva un usuario o una contraseña", "the address carries a name or a password"),
    "port": ("el puerto no es uno de los de la Web", "the port is none of the Web's"),
    "host": ("la dirección no está bien escrita", "the address is not written as addresses are"),
    "no_address": ("el nombre no lleva a ningún sitio", "the name leads nowhere"),
    "no_connection": ("no se pudo conectar con el sitio", "no connection to the site could be made"),
    "slow": ("el sitio no respondió a tiempo", "the site did not answer in time"),
    "redirects": ("la página redirige una y otra vez", "the page leads on and on"),
    "encoding": ("la página está comprimida de un modo que no se lee", "the page is packed in a way that is not read"),
    "protocol": ("el sitio no respondió como un servidor web", "the site did not answer as a Web server does"),
    "no_sitemap": ("no es un mapa del sitio", "is no site map"),
    "hidden_text": ("contiene texto oculto, que no se tomó: «{}»", "contains hidden text, which was not taken: “{}”"),
    "suspicious": (
        "contiene frases que parecen instrucciones para el asistente: «{}»",
        "contains sentences that look like instructions to the assistant: “{}”",
    ),
    "cut": ("se tomó solo el principio", "only its beginning was taken"),
    "skipped_rows": ("se omitieron {} filas", "{} rows were left out"),
    "failed": ("algo falló al leerlo", "something failed while it was read"),
}


def sentence(code: str, detail: str = "", *, locale: str = "en") -> str:
    """The reason in words, in Spanish or English."""
    spanish, english = _TEXTS.get(code, _TEXTS["failed"])
    return (spanish if locale.startswith("es") else english).replace("{}", shorten(detail, 200))


def is_known(code: str) -> bool:
    return code in _TEXTS
