"""How much a decoding looks like text: by Cyrillic and Western letters, by function words, by one script throughout."""

from __future__ import annotations

import re
from collections import Counter

from dalel.languages.identify import function_words

_HIGH = re.compile("[^\x00-\x7f]+")
_COMMON = re.compile("[аеоинтсрлвкмдуыяыщзбгчйхжюшәғқңөұүһі]")
_LETTER = re.compile("[А-Яа-яёЁӘҒҚҢӨҰҮҺІ]")
_FOREIGN = re.compile("[ЂЃѓ‡‰ЉЊЌЋЏђљњќћџЎўЈҐЄЇѕїє\u0080-\u009f\ufffd¤¦¬±µ¶·°®\u2500-\u25ff]|[À-ÿ]{3,}")
_MIXED = re.compile("[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")  # a Latin word with one Cyrillic letter
_TURNED = re.compile("[а-яёәғқңөұүһі][А-ЯӘҒҚҢӨҰҮҺІ]")  # a capital after a small letter: the wrong Cyrillic table
_WESTERN = frozenset("éèêëàâäáãåçñóôöõúüûíîïßøæœÉÀÖÜÄ€‘’“”–—…«»")
_RUN = re.compile("[\u00c0-\u024f]{3,}")  # accented Latin letters do not stand three in a row
_DAMAGE = re.compile("[\u0080-\u009f\ufffd\ue000-\uf8ff]")
_CYRILLIC_WORD = re.compile("[а-яёәғқңөұүһі]+")
_FEW = 30  # Cyrillic words; of fewer nothing is concluded
_FUNCTION = 0.03  # share of function words below which Russian and Kazakh prose never is
_LETTERS = 0.6  # share of letters among the non-ASCII characters of a text


def cyrillic_score(text: str) -> float:
    """Above 0, a decoding looks like Russian, Kazakh or Western text. Of two, the better has more common letters."""
    high = "".join(_HIGH.findall(text))
    if not high:
        return 1.0
    counts = Counter(high)
    good = sum(n for c, n in counts.items() if _COMMON.match(c)) + 0.5 * sum(
        n for c, n in counts.items() if _LETTER.match(c)
    )
    western = sum(n for c, n in counts.items() if c in _WESTERN) if len(high) < 0.2 * len(text) else 0
    bad = 6 * len(_FOREIGN.findall(high)) + 3 * len(_TURNED.findall(text)) + 2 * len(_MIXED.findall(text))
    return (good + western - bad) / len(high)


def reads_cyrillic(text: str) -> bool:
    """Whether the Cyrillic words of a decoding are words: some of any Russian or Kazakh text are function words."""
    words = _CYRILLIC_WORD.findall(text.lower())
    if len(words) < _FEW:
        return False
    known = function_words("ru") | function_words("kk")
    return sum(word in known for word in words) >= _FUNCTION * len(words)


def has_cyrillic_words(text: str) -> bool:
    """Whether there are enough of them for `reads_cyrillic` to be an answer."""
    return len(_CYRILLIC_WORD.findall(text.lower())) >= _FEW


def foreign_score(text: str) -> float:
    """Above 0, a decoding looks like text of some script: mostly letters, hardly anything undecoded."""
    others = [c for c in text if ord(c) > 127]
    if not others:
        return 1.0
    letters = sum(
        c.isalpha() or c in _WESTERN or "\u3000" <= c <= "\u30ff" or "\u0e00" <= c <= "\u0e7f" for c in others
    )
    damage = len(_DAMAGE.findall(text)) + 3 * len(_RUN.findall(text))
    return (letters - 10 * damage) / len(others) - _LETTERS
