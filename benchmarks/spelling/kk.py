"""Kazakh cardinals with case suffixes.

Suffixes follow vowel harmony and the last sound of the word (Qazaq grammatikasy, 2002): dative -ға/-ге/-қа/-ке,
accusative -ны/-ні/-ды/-ді/-ты/-ті, ablative -нан/-нен/-дан/-ден/-тан/-тен.
"""

from __future__ import annotations

from typing import Literal

from benchmarks.spelling.groups import groups

Suffix = Literal["", "dative", "accusative", "ablative"]
SUFFIXES: tuple[Suffix, ...] = ("", "dative", "accusative", "ablative")

UNITS = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
TENS = ["он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
SCALES = ("", "мың", "миллион", "миллиард", "триллион")
ZERO = "нөл"
FRONT = frozenset("әөүіеэ")
VOWELS = frozenset("аәоөұүыіеэиу")
VOICELESS = frozenset("пфктсшщчцхқһбвгд")  # with final б, в, г, д, which devoice before a suffix
NASAL = frozenset("мнң")


def spell(number: int, one: bool = False) -> str:
    """`number` (0 to 999 trillion) in words; `one`: бір before жүз and мың too, which is optional in speech."""
    words: list[str] = []
    for group, power in groups(number):
        if not (power == 1 and group == 1 and not one and not words):
            words += below_thousand(group, one)
        words += [SCALES[power]] if power else []
    return " ".join(words) or ZERO


def below_thousand(number: int, one: bool) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = ([UNITS[hundreds - 1]] if hundreds > 1 or (hundreds and one) else []) + (["жүз"] if hundreds else [])
    tens, units = divmod(rest, 10)
    return words + ([TENS[tens - 1]] if tens else []) + ([UNITS[units - 1]] if units else [])


def suffixed(words: str, case: Suffix) -> str:
    """The last word with the case's suffix in its harmony."""
    if not case:
        return words
    last = words[-1]
    vowel = next(letter for letter in reversed(words) if letter in VOWELS and letter not in "иу")
    front = vowel in FRONT
    if case == "dative":
        hard, soft = ("қа", "ке") if last in VOICELESS else ("ға", "ге")
        return words + (soft if front else hard)
    if case == "accusative":
        onset = "т" if last in VOICELESS else "н" if last in VOWELS and last != "у" else "д"
        return words + onset + ("і" if front else "ы")
    onset = "т" if last in VOICELESS else "н" if last in NASAL else "д"
    return words + onset + ("ен" if front else "ан")
