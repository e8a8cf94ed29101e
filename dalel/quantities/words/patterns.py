"""Expressions with words of a language in them, compiled once from its word files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dalel.quantities.words.number_file import NumberFile


def any_of(forms: Iterable[str]) -> str:
    """One of these words, the longest first; nothing matches where there are none."""
    longest_first = sorted(forms, key=len, reverse=True)
    return "|".join(stem(form) if form.endswith("*") else re.escape(form) for form in longest_first) or r"(?!)"


def stem(form: str) -> str:
    """A stem with any ending of up to six letters."""
    return re.escape(form[:-1]) + r"\w{0,6}"


class Patterns:
    """Attributes are named for what they find."""

    def __init__(self, words: NumberFile, spell: Callable[[str], str]) -> None:
        links, decades = any_of(map(spell, words.list_.and_)), any_of(words.suffixes.decades)
        self.goes_on = re.compile(rf"(?:,| (?:{links})) [0-9]")
        self.classes = re.compile(
            rf"(?:, [0-9]{{1,2}})*,?(?: (?:{links}))? [0-9]{{1,2}}(?:-[^\W\d_]{{1,3}})?[ -]([^\W\d_]+)"
        )
        self.joins_coins = re.compile(rf"(?:[ \u00a0]{{1,2}}|,? ?(?:{links}) )?")
        self.loose_coins = re.compile(rf",?[ \u00a0]((?:{any_of(words.list_.sums)}) )(?=[^\W_])|[ \u00a0](?=[^\W_])")
        self.tail = re.compile(
            rf"([-–][0-9]{{2}}[-–][0-9]{{2}}(?![0-9])|[-–][0-9]{{2,4}}-(?:{decades})\w*)"  # 74-25-25; 70-80-е
            r"|[-–]([0-9]{1,3})(?!\w|[,.][0-9]|-)(?: ([^\W\d_]+))?"  # 3-1
            r"|\+(?!\w)"
        )
        self.span = re.compile(rf"[ \u00a0](?:{any_of(words.range_.until)})[ \u00a0]([0-9]{{1,2}})[ \u00a0]([^\W\d_]+)")
        self.grams = re.compile(rf"[ \u00a0]([0-9]{{1,3}})[ \u00a0](?:{any_of(words.amounts.grams)})(?![^\W_])")
        times = any_of(map(spell, (form for forms in words.rates.values() for form in forms)))
        self.in_a = re.compile(rf"[ \u00a0](?:{any_of(words.amounts.per)})[ \u00a0]({times})\b")
        hours = any_of(map(spell, words.amounts.power_hours))
        self.power_hours = re.compile(rf"[ \u00a0]?(?:[·•⋅∙*×\-–/][ \u00a0]?)?(?:{hours})(?!\w)")
        self.rise = re.compile(rf"[ \u00a0]?(?:%|°|{any_of(map(spell, words.percent_point.risen))})")
        self.mixed = re.compile(rf"[ \u00a0]({any_of(form for forms in words.mixed.values() for form in forms)})\b")
        hesitating = "|".join(f"{sound}{{1,4}}" for sound in words.hesitations.words) or r"(?!)"
        self.hesitation = re.compile(rf" \((?:{hesitating})\) ([^\W\d_]+)")  # "төрт (ыы) миллион" in transcribed speech
        self.powered = re.compile(rf"/([^\W\d_]+)(?:[ ]({any_of(words.amounts.powers)})\b)?")
