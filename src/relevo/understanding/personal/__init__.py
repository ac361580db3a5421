"""Personal data: found in any text, masked for people, hidden from machines elsewhere and put back. Pure and fast."""

from relevo.understanding.personal.find import find_personal_data
from relevo.understanding.personal.masking import Masked, hide, hide_from_outside, mask, mask_personal_data, restore

__all__ = ["Masked", "find_personal_data", "hide", "hide_from_outside", "mask", "mask_personal_data", "restore"]
