"""Values, units, modalities and dates -> what a reader of kk, ru or en sees. The words are in words/<language>.toml,
those of units and measures in the tables of the vocabulary.

Numbers and dates follow CLDR through Babel, with two house rules: thousands are set apart by a no-break space in every
language (SI), and tenge is ₸, the sign of the National Bank, where CLDR prints the code KZT in ru and en.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from dalel.errors import UnknownName
from dalel.vocabulary import MEASURES, UNITS

FOLDER = Path(__file__).parent / "words"
LANGUAGES = ("kk", "ru", "en")
GAP = "\N{NO-BREAK SPACE}"
_NARROW = "\N{NARROW NO-BREAK SPACE}"
SIGNS = {
    "exact": "", "about": "≈ ", "almost": "≲ ", "more_than": "> ", "less_than": "< ", "at_least": "≥ ",
    "at_most": "≤ ", "range": "",
}  # fmt: skip
_CASES = {"en": {}, "ru": {"genitive": 1}, "kk": {"ablative": 1, "dative": 2}}
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(\d\d)")


@cache
def words(language: str) -> Mapping[str, Any]:
    """All words of one language; UnknownName with the nearest where there is no such language."""
    if language not in LANGUAGES:
        raise UnknownName("language", language, LANGUAGES)
    units = {code: list(row.names[language].name) for code, row in UNITS.items()}
    measures = {code: getattr(row, language) for code, row in MEASURES.items()}
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8")) | {"units": units, "measures": measures}


def label(name: str, language: str, **given: object) -> str:
    """One of the fixed phrases, with its blanks filled in."""
    return str(words(language)["labels"][name]).format(**given)


def word(section: str, key: str | None, language: str) -> str:
    """The word for a status, verdict, measure …; the key itself where there is none; "" for None, but "not told" for a
    status.
    """
    if key is None and section == "statuses":
        return label("not_told", language)
    return "" if key is None else str(words(language)[section].get(key, key))


def number(value: Decimal, language: str, least: int = 0) -> str:
    """All digits of the value, never rounded, with at least `least` decimals: 4 105 381 000; 62,86 (62.86 in en)."""
    from babel.numbers import format_decimal

    places = max(least, -int(value.normalize().as_tuple().exponent))
    pattern = "#,##0" + ("." + "0" * places if places else "")
    text = str(format_decimal(value.normalize(), format=pattern, locale=language))
    return text.replace(",", GAP) if language == "en" else text.replace(_NARROW, GAP)


def scaled(value: Decimal, language: str) -> tuple[str, str]:
    """Number and scale word, e.g. ("3,8", "млрд"): a scale is only used where at most two decimals then say it all."""
    for factor, scale in words(language)["scales"].items():
        quotient = value / Decimal(factor)
        if abs(quotient) >= 1 and quotient == round(quotient, 2):
            return number(quotient, language), scale
    return number(value, language), ""


def amount(value: Decimal, value_max: Decimal | None, unit: str | None, modality: str, language: str) -> str:
    """The value as a reader says it, with unit and modality: "≈ 3.8 bn ₸", "more than 22 000 devices", "3–5 months"."""
    upper = value if value_max is None else value_max
    forms = _with_unit(upper, unit, language)
    if value_max is not None:
        return _joined(words(language)["modalities"]["range"].format(low=_low(value, upper, language), **forms))
    pattern = str(words(language)["modalities"].get(modality, "{amount}"))
    if not all(case in forms for case in re.findall(r"\{(\w+)\}", pattern)):
        return brief(value, None, unit, modality, language)
    return _joined(pattern.format(**forms))


def brief(value: Decimal, value_max: Decimal | None, unit: str | None, modality: str, language: str) -> str:
    """The same for a chart, with a sign for the modality: "≥ 22 000 devices"; "almost" keeps its word where it can."""
    upper = value if value_max is None else value_max
    forms = _with_unit(upper, unit, language)
    if value_max is not None:
        return _joined(f"{_low(value, upper, language)}–{forms['amount']}")
    if modality == "almost" and (unit is None or language != "kk" or "dative" in forms):
        pattern = str(words(language)["modalities"]["almost"])
        if all(case in forms for case in re.findall(r"\{(\w+)\}", pattern)):
            return _joined(pattern.format(**forms))
    return _joined(SIGNS.get(modality, "") + forms["amount"])


def unit_single(unit: str | None, language: str) -> str:
    """The unit as one is called: "school"; of a rate or a sign as `unit_name` has it."""
    return _forms(unit, language)[0] if unit and "/" not in unit else unit_name(unit, language)


def unit_name(unit: str | None, language: str) -> str:
    """The unit alone, as an axis says it: "₸", "schools"; the page's own word where no word is known."""
    if unit is None:
        return ""
    first, *per = _split(unit, language)
    plural = {"en": 1, "ru": 2, "kk": 0}[language]
    return " / ".join([_forms(first, language)[plural], *(_forms(part, language)[0] for part in per)])


def when(edtf: str | None, language: str) -> str:
    """A date or period in EDTF as text: 2020-10-08, 2020-10, 2020, 2023/2024, ../2020; other forms as they are."""
    if not edtf:
        return label("unknown_date", language)
    start, slash, end = edtf.partition("/")
    if not slash:
        return _day(edtf, language)
    if start in ("", ".."):
        return label("until", language, date=_day(end, language))
    if end in ("", ".."):
        return label("since", language, date=_day(start, language))
    return f"{_day(start, language)} – {_day(end, language)}"


def _day(text: str, language: str) -> str:
    from babel.dates import format_date, format_skeleton

    locale = "en_GB" if language == "en" else language
    try:
        if found := _DAY.fullmatch(text):
            day = date(*map(int, found.groups()))
            return str(format_date(day, format="long", locale=locale)).replace(_NARROW, GAP)
        if found := _MONTH.fullmatch(text):
            day = date(int(found[1]), int(found[2]), 1)
            return str(format_skeleton("yMMMM", day, locale=locale)).replace(_NARROW, GAP)
    except ValueError:
        return text
    return text


def _split(unit: str, language: str) -> list[str]:
    """ "KZT/month/child" in its parts; "km/h" is one unit."""
    return [unit] if unit in words(language)["units"] else unit.split("/")


def _forms(unit: str, language: str) -> list[str]:
    known = words(language)["currencies"].get(unit) or words(language)["units"].get(unit) or unit
    return [known] * 3 if isinstance(known, str) else list(known)


def _with_unit(value: Decimal, unit: str | None, language: str) -> dict[str, str]:
    """Number and unit in every case the language has words for; only "amount" for rates and unknown units."""
    digits, scale = scaled(value, language)
    figure = f"{digits}{GAP}{scale}" if scale else digits
    if unit is None:
        return dict.fromkeys(("amount", "genitive"), figure)
    first, *per = _split(unit, language)
    forms = _forms(first, language)
    chosen = _agreeing(value, bool(scale), language, len(forms))
    named = {"amount": f"{figure}{GAP}{forms[chosen]}"} | _in_cases(figure, forms, chosen, language)
    if per:
        ending = "".join(f" / {_forms(part, language)[0]}" for part in per)
        return {case: text + ending for case, text in named.items() if case in ("amount", "genitive")}
    known = first in words(language)["currencies"] or first in words(language)["units"]
    return named if known or language != "kk" else {"amount": named["amount"]}


def _in_cases(figure: str, forms: list[str], chosen: int, language: str) -> dict[str, str]:
    cases = {case: f"{figure}{GAP}{forms[index]}" for case, index in _CASES[language].items()}
    if language == "ru" and chosen != 0:
        cases["genitive"] = f"{figure}{GAP}{forms[2]}"
    return cases


def _agreeing(value: Decimal, has_scale: bool, language: str, count: int) -> int:
    """Which form of the noun the number takes (CLDR plural rules); after "million" always the last."""
    if language == "kk":
        return 0
    if has_scale:
        return count - 1 if language == "ru" else 1
    from babel import Locale

    category = Locale.parse(language).plural_form(abs(value.normalize()))
    if language == "en":
        return 0 if category == "one" else 1
    return {"one": 0, "few": 1, "many": 2}.get(category, 1)


def _low(value: Decimal, upper: Decimal, language: str) -> str:
    digits, scale = scaled(value, language)
    return digits if not scale or scale == scaled(upper, language)[1] else f"{digits}{GAP}{scale}"


def _joined(text: str) -> str:
    return re.sub(rf"[ {GAP}]+$", "", text)
