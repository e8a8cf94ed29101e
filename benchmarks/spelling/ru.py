"""Russian cardinal numerals in five cases (Russian Grammar of 1980, §§ 1365-1380; ё may be written е)."""

from __future__ import annotations

from typing import Literal

from benchmarks.spelling.groups import groups

Case = Literal["nominative", "genitive", "dative", "instrumental", "prepositional"]
CASES: tuple[Case, ...] = ("nominative", "genitive", "dative", "instrumental", "prepositional")

ZERO = ["ноль", "нуля", "нулю", "нулём", "нуле"]
ONE = {"m": ["один", "одного", "одному", "одним", "одном"], "f": ["одна", "одной", "одной", "одной", "одной"]}
TWO = {"m": ["два", "двух", "двум", "двумя", "двух"], "f": ["две", "двух", "двум", "двумя", "двух"]}
SMALL = {
    3: ["три", "трёх", "трём", "тремя", "трёх"],
    4: ["четыре", "четырёх", "четырём", "четырьмя", "четырёх"],
    8: ["восемь", "восьми", "восьми", "восемью", "восьми"],
}
SOFT = {5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 20: "двадцат", 30: "тридцат"}
TEENS = ["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"]
FIFTIES = {50: "пят", 60: "шест", 70: "сем", 80: "восем"}
HUNDREDS = {
    2: ["двести", "двухсот", "двумстам", "двумястами", "двухстах"],
    3: ["триста", "трёхсот", "трёмстам", "тремястами", "трёхстах"],
    4: ["четыреста", "четырёхсот", "четырёмстам", "четырьмястами", "четырёхстах"],
}
THOUSAND = ["тысяча", "тысячи", "тысяче", "тысячей", "тысяче"]
THOUSANDS = ["тысячи", "тысяч", "тысячам", "тысячами", "тысячах"]
SCALES = {2: "миллион", 3: "миллиард", 4: "триллион"}
ENDINGS = ["", "а", "у", "ом", "е"]
MANY_ENDINGS = ["ов", "ов", "ам", "ами", "ах"]


def spell(number: int, case: Case = "nominative", gender: Literal["m", "f"] = "m") -> str:
    """`number` (0 to 999 trillion) in words, every part declined, as the noun it counts would ask."""
    index = CASES.index(case)
    words: list[str] = []
    for group, power in groups(number):
        words += below_thousand(group, index, "f" if power == 1 else gender if power == 0 else "m")
        words += [scale(group, power, index)] if power else []
    return " ".join(words) or ZERO[index]


def scale(group: int, power: int, index: int) -> str:
    """тысяча, миллион … in the form that goes with its group: 1, 2-4 or more."""
    one = group % 10 == 1 and group % 100 != 11
    few = 2 <= group % 10 <= 4 and not 12 <= group % 100 <= 14
    if power == 1:
        if one:
            return THOUSAND[index]
        return THOUSANDS[index] if index or few else "тысяч"
    name = SCALES[power]
    if one:
        return name + ENDINGS[index]
    return name + ("а" if few and not index else MANY_ENDINGS[index])


def below_thousand(number: int, index: int, gender: Literal["m", "f"]) -> list[str]:
    """Hundreds, tens and units in the case with this index."""
    hundreds, rest = divmod(number, 100)
    words = [hundred(hundreds, index)] if hundreds else []
    if rest >= 20:
        words.append(ten(rest - rest % 10, index))
        rest %= 10
    return words + ([unit(rest, index, gender)] if rest else [])


def hundred(count: int, index: int) -> str:
    if count == 1:
        return "ста" if index else "сто"
    if count in HUNDREDS:
        return HUNDREDS[count][index]
    return unit(count, index, "m") + ["сот", "сот", "стам", "стами", "стах"][index]


def ten(number: int, index: int) -> str:
    if number == 40:
        return "сорока" if index else "сорок"
    if number == 90:
        return "девяноста" if index else "девяносто"
    if number in FIFTIES:
        stem = unit(number // 10, index, "m")
        return stem + ("десятью" if index == 3 else "десяти" if index else "десят")
    return soft(SOFT[number], index)


def soft(stem: str, index: int) -> str:
    """The third declension: пять, пяти, пяти, пятью, пяти."""
    return stem + ["ь", "и", "и", "ью", "и"][index]


def unit(number: int, index: int, gender: Literal["m", "f"]) -> str:
    """1 to 19."""
    if number in (1, 2):
        return (ONE if number == 1 else TWO)[gender][index]
    if number in SMALL:
        return SMALL[number][index]
    if number > 10:
        return soft(TEENS[number - 11] + "надцат", index)
    return soft(SOFT[number], index)
