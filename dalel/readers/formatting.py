"""Numbers of a workbook as their cell format shows them (ECMA-376, part 1, 18.8.30 and 18.8.31).

Percent, decimals, thousands by commas at the end, dates, and the words and currency signs that a format prints around
the number are understood; others are shown plainly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from dalel.readers.page import clean

BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys(range(14, 23), "d.m.yyyy"),
}
EPOCH_1900 = date(1899, 12, 30)  # day 0 of Excel's 1900 date system, counting its 29 February 1900
EPOCH_1904 = date(1904, 1, 1)  # day 0 of the other one (18.17.4.1), of workbooks made on old Macs
_LAST_DAY = 2_958_466  # 10000-01-01, the first day that Excel has not
_STORED = Context(prec=15, rounding=ROUND_HALF_UP)  # digits of a number in Excel; further ones are of its binary form
_QUOTED = re.compile(r"\"([^\"]*)\"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.")
_HELD = "\ue000"  # stands for a piece of a format that is printed as it is
_DIGITS = re.compile(r"[0#?][0#?, ]*(?:\.(?P<decimals>[0#?]+))?(?P<scale>,*)")
_FARTHEST = 30  # decimal places before or after the point; a number beyond them is no figure of a release


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell shows its number."""

    percent: bool = False
    dated: bool = False
    struck: bool = False  # the cell's text is struck out
    places: int | None = None  # decimals at most; None: as many as there are
    fixed: int = 0  # decimals at least
    thousands: int = 0  # how often it is divided by a thousand
    before: str = ""  # printed before the number
    after: str = ""


def style_of(code: str, struck: bool = False) -> Style:
    """The style of a format code; only its first section, that of positive numbers, is looked at."""
    held: list[str] = []

    def hold(match: re.Match[str]) -> str:
        held.append(next((part for part in match.groups() if part is not None), ""))
        return _HELD

    bare = _QUOTED.sub(hold, code)
    section = bare.split(";")[0]
    if not section or section.lower() == "general":
        return Style(struck=struck)
    if re.search(r"[dy]", section.lower()) or (re.search(r"m", section.lower()) and not re.search(r"[0#?]", section)):
        return Style(dated=True, struck=struck)
    digits = _DIGITS.search(section)
    if digits is None:
        return Style(percent="%" in section, struck=struck)
    parts = iter(held)
    around = [
        clean("".join(next(parts) if char == _HELD else char if char in " ₸₽$€£" else "" for char in text))
        for text in (section[: digits.start()], section[digits.end() :])
    ]
    whole = digits[0].partition(".")[0].rstrip()
    decimals = digits["decimals"] or ""
    return Style(
        percent="%" in section,
        struck=struck,
        places=len(decimals),
        fixed=decimals.count("0"),
        thousands=len(digits["scale"]) or len(whole) - len(whole.rstrip(",")),
        before=around[0],
        after=around[1],
    )


def shown_number(value: str, style: Style, comma: bool, epoch: date = EPOCH_1900) -> str:
    """The number as its cell shows it, with a decimal comma where `comma` says so; text that is no number, itself."""
    try:
        number = Decimal(value)
    except InvalidOperation:
        return clean(value)
    if not number.is_finite() or abs(number.adjusted()) > _FARTHEST:
        return ""
    if style.dated and 0 <= number < _LAST_DAY:
        day = epoch + timedelta(days=int(number))
        return f"{day.day:02d}.{day.month:02d}.{day.year}"
    number = _STORED.plus(number)
    if style.percent:
        number *= 100
    number = number.scaleb(-3 * style.thousands)
    if style.places is not None:
        number = number.quantize(Decimal(1).scaleb(-style.places), ROUND_HALF_UP)
    text = f"{number.normalize():f}" if style.places is None else _trimmed(f"{number:f}", style.fixed)
    told = (text.replace(".", ",") if comma else text) + ("%" if style.percent else "")
    return " ".join(filter(None, (style.before, told, style.after)))


def _trimmed(text: str, fixed: int) -> str:
    """Without the zeros at the end that the format does not ask for."""
    whole, point, decimals = text.partition(".")
    kept = decimals[:fixed] + decimals[fixed:].rstrip("0")
    return f"{whole}{point}{kept}" if kept else whole
