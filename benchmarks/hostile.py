"""Text made to hurt a number grammar: each a megabyte, each of one kind."""

from __future__ import annotations

from itertools import cycle

MEGABYTE = 1_000_000
UNITS = {
    "digits": "7",
    "digits and spaces": "12 345 ",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "commas": ",",
    "digits and commas": "1,",
    "digits and dots": "1.",
    "apostrophes": "1'",
    "hyphens": "5-",
    "line ends": "5\n",
    "scale words ru": "млрд ",
    "scale words kk": "миллион ",
    "scale words en": "million ",
    "number words ru": "сто сорок две тысячи ",
    "number words kk": "жүз қырық екі мың ",
    "number words en": "one hundred and two thousand ",
    "growing scales": "5 тыс. 6 млн 7 млрд 8 трлн ",
    "approximators ru": "не менее чем около почти до от ",
    "approximators kk": "шамамен кемінде астам дейін жуық ",
    "approximators en": "at least about nearly more than up to ",
    "approximators and digits": "около 5 более ",
    "ratios": "4 из 7 из ",
    "ranges": "от 4 до ",
    "lists": "5, 6 и 7, ",
    "currency signs": "$",
    "currency signs and digits": "$5₸",
    "percent signs": "%",
    "number-like letters": "Т4О3lІ",
    "one word of letters": "тысяча",
    "hyphenated number words": "twenty-",
    "combining marks": "5\u0301",
    "fullwidth digits": "５",
    "arabic digits": "٣",
    "hamza": "ء",
    "arabic number words": "ءۇش ءجۇز مىڭ ",
    "latin kazakh": "úsh júz myń ",
}


def filled(unit: str, size: int) -> str:
    """`unit` repeated up to `size` bytes."""
    repeated = unit * (size // len(unit.encode()) + 1)
    return repeated.encode()[:size].decode(errors="ignore")


def language(kind: str) -> str:
    """The language a reader would be told; Russian where the kind names none."""
    words = kind.split()
    if words[0] in ("arabic", "latin", "hamza") or "kk" in words:
        return "kk"
    return "en" if "en" in words or words[0] == "hyphenated" else "ru"


def many_texts(count: int) -> list[str]:
    """Short texts that are all different, so that anything remembered per text or per number would show as growth."""
    frames = cycle(
        (
            "Выделено {} млн тенге.",
            "{} мектепке {} камера қойылды.",
            "The ministry bought {} computers for {} schools.",
            "Освоено {} из {} тенге, это {} %.",
            "Бөлінген қаржы {} миллион теңгеден астам.",
        )
    )
    return [next(frames).format(*(f"{7919 * n % 999983}" for n in range(i, i + 3))) for i in range(1, count + 1)]
