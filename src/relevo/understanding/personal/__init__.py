"""Personal data: found in any text, masked for people, hidden from machines elsewhere and put back. Pure and fast."""

from relevo.understanding.personal.find import find_personal_data

__all__ = ["find_personal_data"]
