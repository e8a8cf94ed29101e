"""English cardinals: hyphen between tens and units, "and" after hundreds on request."""

from __future__ import annotations

from benchmarks.spelling.groups import groups

SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ("", "thousand", "million", "billion", "trillion")


def spell(number: int, joined: bool = False) -> str:
    """`number` (0 to 999 trillion) in words; `joined`: "one hundred and five"."""
    words = [
        f"{below_thousand(group, joined, power == 0 and number > 999)} {SCALES[power]}".strip()
        for group, power in groups(number)
    ]
    return " ".join(words) or SMALL[0]


def below_thousand(number: int, joined: bool, last: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = [SMALL[hundreds], "hundred"] if hundreds else []
    if rest and joined and (hundreds or last):
        words.append("and")
    if rest >= 20:
        words.append(TENS[rest // 10 - 2] + (f"-{SMALL[rest % 10]}" if rest % 10 else ""))
    elif rest:
        words.append(SMALL[rest])
    return " ".join(words)
