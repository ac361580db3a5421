"""Whether digits are a telephone number: the numbering plans of the countries that Relevo is mostly used in."""

import re
from functools import lru_cache

import phonenumbers

_FEWEST, _MOST = 7, 15
_WITH_OLD_MOBILE_SIGN = 13  # Mexican mobiles had a 1 behind the country code until 2019, and many write it still
# How people group numbers of their country; without an introduction only these are taken for telephones.
_SHAPES = (
    (("ES",), re.compile(r"[67]\d{8}|[6789]\d\d[ .-]\d{3}[ .-]\d{3}|[6789]\d\d(?:[ .-]\d\d){3}|9\d(?:[ .-])\d{3}(?:[ .-]\d\d){2}")),
    (("ES",), re.compile(r"[6789]\d\d[ .-]\d{6}|[67]\d(?: \d\d){3} ?\d")),
    (("US",), re.compile(r"1?[ .-]?\(?[2-9]\d\d\)?[ .-]?[2-9]\d\d[.-]\d{4}|1?[ .-]?\([2-9]\d\d\) ?\d{3} \d{4}")),
    (("MX",), re.compile(r"\(?\d\d\)?[ .-]\d{4}[ .-]\d{4}|\(?\d{3}\)?[ .-]\d{3}[ .-]?\d{4}|\(?\d{3}\)?[ .-]\d{3}[ .-]\d\d[ .-]\d\d")),
    (("GB",), re.compile(r"\(?0\d{2,4}\)?[ .-]?\d{3,4}[ .-]?\d{3,4}|0\d{9,10}|0\d{3,4} \d{6}")),
    (("AR",), re.compile(r"(?:011|11|0?\d{3})[ -]?(?:15[ -])?\d{4}-\d{4}")),
    (("CL", "PE"), re.compile(r"9 \d{4}[ -]\d{4}|9\d{2}[ -]\d{3}[ -]\d{3}|9\d{8}")),
    (("CO",), re.compile(r"3\d\d[ -]?\d{3}[ -]?\d{4}|3\d\d[ -]\d{3}[ -]\d\d[ -]\d\d")),
    (("US", "MX", "CO"), re.compile(r"[2-9]\d{9}")),
)  # fmt: skip

# So much a telephone number that made-up ones count, too.
_PLAINLY_PHONE = re.compile(
    r"\([2-9]\d\d\) ?\d{3}[-. ]\d{4}|[2-9]\d\d-555-01\d\d|07\d{3}[ .-]?\d{3}[ .-]?\d{3}|\(0\d{2,4}\) ?\d{3,4}[ .-]?\d{3,4}"
)


def fits_any_plan(written: str, digits: str) -> bool:
    """Whether it is written as a telephone number is, and some country has given such numbers out."""
    if written.startswith("+") or (digits.startswith("00") and len(digits) > 10):
        return _is_international(digits.removeprefix("00"))
    bare = written.strip()
    if _PLAINLY_PHONE.fullmatch(bare):
        return True
    return any(
        shape.fullmatch(bare) and any(_is_valid(digits, region) for region in regions) for regions, shape in _SHAPES
    )


def may_be_phone(written: str, digits: str) -> bool:
    """Whether it can be what somebody called a telephone number: made-up ones like 555-0119 included."""
    if written.startswith("+"):
        return _FEWEST < len(digits) <= _MOST
    return _FEWEST <= len(digits) <= _MOST - 1


@lru_cache(maxsize=4096)
def _is_international(digits: str) -> bool:
    """A country code that exists, and a length that its numbers have. Made-up numbers within the plan count."""
    if digits.startswith("521") and len(digits) == _WITH_OLD_MOBILE_SIGN:
        digits = "52" + digits[3:]
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse("+" + digits))
    except phonenumbers.NumberParseException:
        return False


@lru_cache(maxsize=4096)
def _is_valid(digits: str, region: str) -> bool:
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(digits, region))
    except phonenumbers.NumberParseException:
        return False
