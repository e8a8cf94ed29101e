"""Which lines of a page are furniture, and of which kind: words of languages/*/page.toml, rules here.

A line is furniture only where it can be nothing else: it consists of counters, rates or dates and nothing more, or it
is (or begins with) a set phrase of page chrome. Anything doubtful is left to the article.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from dalel import dates
from dalel.readers.chrome import HEAD, folded, words

Kind = Literal[
    "teaser", "tail", "form", "counter", "number", "ticker", "share", "advert", "promo", "photo", "date", "author",
    "source", "related", "emoji", "tally", "price",
]  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_SYMBOL = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")  # an eye, a flame, a thumb: beside a number, a counter
_NUMBERED = re.compile(r"(?:\d+\.)+\s")  # "3.4. Comments" is a heading
_DIGIT = re.compile(r"\d")
_MOST_WORDS = 12  # of a line that is only dates, rates or counters
_COUNTER_WORDS = 4
_FULL_DAY = len("2020-10-08")
_DEGREES = frozenset({"c", "с"})  # Latin and Cyrillic, as in "-12°C"
_PROMO_WORDS = 30  # a subscription line is short; a paragraph that mentions a channel is not
_OWN_WORDS = 14  # "our Telegram" in so short a line is the outlet speaking of itself
_FORM_WORDS = 40  # of a line that asks to report a mistake; a longer one is a paragraph
_LABEL_WORDS = 14  # of a caption or a credit line
_CURRENCY = frozenset(
    {
        "usd", "eur", "rub", "kzt", "cny", "gbp", "uah", "kgs", "uzs", "try", "chf", "jpy", "aed", "btc", "eth",
        "brent", "wti",
    }
)  # fmt: skip
_TICKER_SIGNS = re.compile(r"[$€₽₸¥£₿°℃]")
_EMOJI_NAMES = re.compile(r"[a-z_]{12,}")
_EMOJIS = 2  # names in one word
_RELATED = re.compile(r"(?:ru|kz|kk|en|қаз|рус|eng)\s+\S")
_MARKS = " \t\u00a0•·▪●*–—-"
_LONGEST = 260  # characters; longer lines are paragraphs, and only a teaser or a form can begin them
_NUMBERS_LONGEST = 100
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?|gmt\s*[+-]?\s*\d*|utc\s*[+-]?\s*\d*", re.IGNORECASE)


@lru_cache(maxsize=512)
def kind_of(line: str) -> Kind | None:
    """What piece of furniture a line is; None for a line of the article."""
    bare = line.strip(_MARKS)
    if len(bare) > _LONGEST or not bare:
        return _set_phrase(folded(bare[:_LONGEST])) if folded(bare[:HEAD]) in words().heads else None
    low = folded(bare)
    if low[:HEAD] in words().heads and (kind := _set_phrase(low)) is not None:
        return kind
    if len(bare) <= _NUMBERS_LONGEST and (kind := _numbers_only(bare, low)) is not None:
        return kind
    if any(map(low.__contains__, words().channels)) and _is_promo(line, low):
        return "promo"
    if " " not in bare and _EMOJI_NAMES.fullmatch(bare) and len(words().emoji.findall(bare)) >= _EMOJIS:
        return "emoji"
    return "author" if len(bare) <= _NUMBERS_LONGEST and _is_author(bare) else None


def label_value(line: str, name: str) -> str | None:
    """What follows a label and a colon: "КазТАГ" of "Источник: КазТАГ" (name: source_label)."""
    bare = line.strip(_MARKS)
    match = words().starts[name].match(folded(bare))
    if match is None or len(folded(bare)) != len(bare):
        return None
    rest = bare[match.end() :].lstrip()
    return rest[1:].strip() or None if rest[:1] in (":", "—", "–") else None


def is_related_mark(line: str) -> bool:
    """Whether a line begins as an entry of a mixed-language list does: "ru <headline>"."""
    return _RELATED.match(line) is not None


def _set_phrase(low: str) -> Kind | None:
    starts = words().starts
    if _leads(starts["teaser"], low):
        return "teaser"
    if (match := starts["tail"].match(low)) and re.fullmatch(r"[\s:.()\[\]\d]*", low[match.end() :]):
        return "tail"
    if low.startswith(words().phrases["promo"]) and len(low.split()) <= _PROMO_WORDS:
        return "promo"
    if (form := _form(low)) is not None:
        return form
    return _whole_or_labelled(low)


def _form(low: str) -> Kind | None:
    """A form, a poll, a request to report a mistake: by its phrase, or by a word of it beside numbers and counters."""
    if len(low.split()) > _FORM_WORDS:
        return None
    if low.startswith(words().phrases["form"]):
        return "counter" if _only_counters(low) else "form"
    if words().starts["if_seen"].match(low) and any(word in low for word in words().phrases["mistake"]):
        return "form"
    match = words().starts["form_word"].match(low)
    if match is None or not _counts(_WORD.findall(low[match.end() :])):
        return None
    rest = low[match.end() :]
    if _only_counters(low):
        return "counter"
    return "form" if _DIGIT.search(rest) is None or "?" in rest else None


def _whole_or_labelled(low: str) -> Kind | None:
    whole: tuple[tuple[str, Kind], ...] = (("share", "share"), ("advert", "advert"))
    for name, kind in whole:
        if (match := words().starts[name].match(low)) and not re.search(r"[^\W\d_]", low[match.end() :]):
            return kind
    labels: tuple[tuple[str, Kind], ...] = (("photo", "photo"), ("source_label", "source"))
    for name, kind in labels:
        match = words().starts[name].match(low)
        if match and re.match(r"\s*[:—–©/]", low[match.end() :]) and len(low.split()) <= _LABEL_WORDS:
            return kind
    return None


def _leads(pattern: re.Pattern[str], low: str) -> bool:
    match = pattern.match(low)
    return match is not None and re.match(r"\s*(?:[:：»>→]|\W*$)", low[match.end() :]) is not None


def _numbers_only(bare: str, low: str) -> Kind | None:
    left = _WORD.findall(low)
    digits = _DIGIT.search(low) is not None
    if len(left) > _MOST_WORDS or not (digits or left) or (left and _NUMBERED.match(low)):
        return None
    if (rate := _rate(low, left, digits)) is not None or not digits:
        return rate
    if _is_date_line(bare, low):
        return "date"
    if not _counts(left):
        return None
    if _SYMBOL.search(bare) or not words().weak.issuperset(left):
        return "counter"
    return "tally" if left else "number"


def _only_counters(low: str) -> bool:
    return _DIGIT.search(low) is not None and _counts(_WORD.findall(low))


def _counts(left: list[str]) -> bool:
    return len(left) <= _COUNTER_WORDS and all(word in words().counter for word in left)


def _rate(low: str, left: list[str], digits: bool) -> Kind | None:
    """Currency codes, signs and numbers, and nothing else; one sum alone may be a price in a list of them."""
    if not all(word in _CURRENCY or word in _DEGREES for word in left):
        return None
    if any(word in _CURRENCY for word in left):
        return "ticker"
    signs = set(_TICKER_SIGNS.findall(low)) if digits else set()
    return "ticker" if len(signs) > 1 else "price" if signs else None


def _is_date_line(bare: str, low: str) -> bool:
    """A date, a time, a label for it and a counter, and nothing else."""
    found = dates.find_dates(bare, "kk")
    if not any(len(one.edtf) == _FULL_DAY for one in found):
        return False
    rest = low
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    return _counts(_WORD.findall(words().beside_date.sub(" ", _TIME.sub(" ", rest))))


def _is_promo(line: str, low: str) -> bool:
    length = len(low.split())
    if length > _PROMO_WORDS or line.lstrip()[:1] in '–—-«"“„':
        return False
    if words().call.search(low) or words().call_first.search(low):
        return True
    if length > _OWN_WORDS or not words().own.search(low):
        return False
    return low[-1:] not in ".!" or any(word in low for word in words().phrases["offer"])


def author_name(line: str) -> str:
    """An author line without the role: "Сауле Ахметова" of "Сауле Ахметова корреспондент"."""
    return " ".join(part for part in line.replace(":", " ").split() if folded(part.strip(",")) not in words().roles)


def _is_author(bare: str) -> bool:
    """Two to five words, names with a role after or before them: "Сауле Ахметова корреспондент"."""
    parts = bare.replace(",", " ").replace(":", " ").split()
    if not 2 <= len(parts) <= 5 or any(c.isdigit() for c in bare) or bare[-1] in ".!?…":
        return False
    roles = words().roles
    if folded(parts[-1]) in roles:
        names = parts[:-1]
    elif folded(parts[0]) in roles:
        names = parts[1:]
    else:
        return False
    return all(name[0].isupper() for name in names)
