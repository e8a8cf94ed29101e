"""A number in digits: which separators group thousands, which one is the decimal point, and what is no number at all.

Spaces (also no-break, thin and narrow ones), apostrophes and, where repeated, dots group thousands. A comma groups
thousands in English and is the decimal comma in Russian and Kazakh, the point is decimal in all three.
"""

from __future__ import annotations

import re
from decimal import Decimal

from dalel.quantities.words.word import Number

LONGEST = 18  # digits of a number; more are an identifier
SPACES = " \u00a0\u202f\u2009\u2007"
# twelve groups: no number has more, and a longer run would be read from each of its digits to its end
CLUSTER = re.compile(rf"[0-9]+(?:[{SPACES}'’][0-9]{{3}}(?![0-9])|[.,:/][0-9]+){{0,12}}")
GROUPED = re.compile(rf"[0-9]{{1,3}}(?:[{SPACES}'’][0-9]{{3}})+(?![0-9])")
DOTTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}")
MIXED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")  # 2.345,67: dots group where a comma is decimal
ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:[.,][0-9]+)?")
INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")  # 12,50,000: lakhs and crores by twos
CONTINENTAL = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
ATTACKS = "9/11"  # the attacks of 2001: no fraction in any news text
LIST = re.compile(r"[0-9]+(?:,[0-9]+){2,}")
APART = re.compile(f"[{SPACES}'’]")
NOISE = {ord(c): None for c in SPACES + "'’"}


def read(text: str, start: int, english: bool) -> tuple[Number | None, int]:
    """(value, end) of the digits at `start`; value None where they are a date, a time, an identifier or the like."""
    match = CLUSTER.match(text, start)
    if match is None:
        return None, start + 1
    cluster, end = match[0], match.end()
    if cluster.isdigit():
        return (int(cluster), end) if len(cluster) <= LONGEST else (None, end)
    if english and text[start - 1] == "," and text[start - 2].isdigit():  # the last of "22,24,26,31"
        cluster = cluster.split(",", 1)[0]
        end = start + len(cluster)
    return separated(cluster, start, end, english)


def separated(cluster: str, start: int, end: int, english: bool) -> tuple[Number | None, int]:
    """Digits with separators between them."""
    if not english and MIXED.fullmatch(cluster):
        return decimal(cluster.replace(".", "").replace(",", ".")), end
    return grouped_by(cluster, start, end, english)


def grouped_by(cluster: str, start: int, end: int, english: bool) -> tuple[Number | None, int]:
    """Digits with separators, of which spaces group and a point or a comma may do either."""
    grouped = GROUPED.match(cluster)
    head = grouped[0] if grouped else ""
    rest = APART.split(cluster[len(head) :], maxsplit=1)[0]
    if len(head) + len(rest) < len(cluster):  # "2020 100", "1 200,5 100": the first is whole without the second
        cluster = head + rest
        if cluster.isdigit():
            return (int(cluster), start + len(cluster)) if len(cluster) <= LONGEST else (None, end)
        end = start + len(cluster)
    if ":" in rest or (rest.count(".") > 1 and not DOTTED.fullmatch(cluster)):
        return None, end
    if "/" in rest:
        return slashed(cluster, start, end) if english else (None, end)
    plain = head.translate(NOISE)
    if head:
        return decimal(plain + rest.replace(",", ".")) if rest.count(",") + rest.count(".") <= 1 else int(plain), (
            start + len(cluster) if rest.count(",") + rest.count(".") <= 1 else start + len(head)
        )
    if DOTTED.fullmatch(cluster):
        return bounded(int(cluster.replace(".", ""))), end
    return (english_number if english else continental_number)(cluster, start)


def english_number(cluster: str, start: int) -> tuple[Number | None, int]:
    """(value, end) of digits in English: commas group, the point is decimal."""
    if indian := INDIAN.fullmatch(cluster):
        return decimal(indian[0].replace(",", "")), start + len(cluster)
    match = ENGLISH.match(cluster)
    found = match[0] if match else cluster
    if LIST.match(cluster) and len(found) < len(cluster):  # "22,24,26": a list
        found = cluster.split(",", 1)[0]
    groups = re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", found)
    return decimal(found.replace(",", "") if groups else found.replace(",", ".")), start + len(found)


def continental_number(cluster: str, start: int) -> tuple[Number | None, int]:
    """(value, end) of digits in Russian and Kazakh: the comma is decimal, unless it plainly groups."""
    match = CONTINENTAL.match(cluster)
    found = match[0] if match else cluster
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3}){2,}(?:\.[0-9]+)?", cluster):  # 1,234,567 is grouped in any language
        return decimal(cluster.replace(",", "")), start + len(cluster)
    if re.fullmatch(r"[1-9][0-9]{0,2}[.,]000", cluster):  # nobody writes three zero decimals
        return int(cluster[:-4] + "000"), start + len(cluster)
    if LIST.match(cluster):
        found = cluster.split(",", 1)[0]
    return decimal(found.replace(",", ".")), start + len(found)


def slashed(cluster: str, start: int, end: int) -> tuple[Number | None, int]:
    """A fraction of two numbers, 2/10; a date or 24/7 is none."""
    above, _, below = cluster.partition("/")
    if not (above.isdigit() and below.isdigit()) or len(cluster) > 9 or not 0 < int(above) < int(below):
        return None, end
    if cluster == ATTACKS:
        return None, end
    return Decimal(int(above)) / Decimal(int(below)), end


def decimal(text: str) -> Number | None:
    """The plain number as int, or Decimal where it has decimals that count."""
    if len(text) > LONGEST + 1:
        return None
    return int(text) if text.isdigit() else Decimal(text)


def bounded(value: int) -> int | None:
    """The value, or None where it has more digits than a number has."""
    return value if value < 10**LONGEST else None
