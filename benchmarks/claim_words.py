"""When two free-text attributes say the same: place names in any language, speakers by surname or office, dates as
EDTF.
"""

from __future__ import annotations

import re
from functools import cache

from dalel.regions import load_places
from dalel.regions.spelling import key
from dalel.transliteration import fold

WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 5
SHORT = {
    "мвд": "министерство внутренних дел",
    "іім": "ішкі істер министрлігі",
    "минпросвещения": "министерство просвещения",
}
ENGLISH = {  # offices that the gold of the source documents names in English
    "press service of the Anti-Corruption Agency": "Агентство по противодействию коррупции",
    "Interior Ministry data": "министерство внутренних дел",
}


def same_place(found: str | None, gold: str | None) -> bool:
    """Whether both name no place, or the same one."""
    return found == gold or (found is not None and gold is not None and _place(found) == _place(gold))


def same_speaker(found: str | None, gold: str | None) -> bool:
    """Whether both name nobody, or share a surname, or most words of an office."""
    if found is None or gold is None:
        return found is gold
    wanted, there = _stems(ENGLISH.get(gold, gold).split(",")[0]), _stems(found)
    return bool(wanted) and len(wanted & there) * 2 >= len(wanted)


def same_as_of(found: str | None, gold: str | None) -> bool:
    """Whether both dates are written the same in EDTF."""
    return found == as_of_key(gold)


def as_of_key(gold: str | None) -> str | None:
    """The gold's date as EDTF: "by 2020-09-01" and "2024-2025" have other forms there; free text is none."""
    if gold is None:
        return None
    plain = re.sub(r"^(?:by|to|2 months of) |\s*\(.*\)$| end$", "", gold)
    plain = re.sub(r"^(\d{4})-(\d{4})$", r"\1/\2", plain)
    return plain if re.fullmatch(r"\d{4}[\d/-]*", plain) else None


@cache
def _aliases() -> dict[str, str]:
    return {key(word): place.name for place in load_places() if place.kind != "district" for word in place.words}


def _place(name: str) -> str:
    return _aliases().get(key(name), name)


def _stems(words: str) -> set[str]:
    plain = key(fold(words).text)
    for short, long in SHORT.items():
        plain = re.sub(rf"\b{key(short)}\b", key(long), plain)
    return {word[:STEM] for word in WORD.findall(plain)}
