"""Examples from files of other products: CSV, Rasa NLU YAML, Dialogflow ES exports. Parsers are pure: bytes in, examples out."""

from relevo.understanding.own.imports.read import read_all, read_import
from relevo.understanding.own.imports.types import BadImport, Imported, Left

__all__ = ["BadImport", "Imported", "Left", "read_all", "read_import"]
