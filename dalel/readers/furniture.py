"""Which lines of a page are furniture, and of which kind: words of languages/*/page.toml, rules here.

A line is furniture only where it can be nothing else: it consists of counters, rates or dates and nothing more, or it
is (or begins with) a set phrase of page chrome. Anything doubtful is left to the article.
"""

from __future__ import annotations

import re
from typing import Literal

from dalel import dates
from dalel.readers.chrome import folded, words

Kind = Literal[
    "teaser", "tail", "form", "counter", "ticker", "share", "advert", "promo", "photo", "date", "author", "source",
    "related", "emoji",
]  # fmt: skip

_WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_NUMBERISH = re.compile(r"\d|[^\w\s]|_")
_PROMO_WORDS = 30  # a subscription line is short; a paragraph that mentions a channel is not
_OWN_WORDS = 14  # "our Telegram" in so short a line is the outlet speaking of itself
_LABEL_WORDS = 14  # of a caption or a credit line
_CURRENCY = frozenset(
    {
        "usd", "eur", "rub", "kzt", "cny", "gbp", "uah", "kgs", "uzs", "try", "chf", "jpy", "aed", "btc", "eth", "brent",
        "wti",
    }
)  # fmt: skip
_TICKER_SIGNS = re.compile(r"[$€₽₸¥£₿°℃]")
_EMOJI_NAMES = re.compile(r"[a-z_]{18,}")
_RELATED = re.compile(r"(?:ru|kz|kk|en|қаз|рус|eng)\s+\S")
_LIST_MARK = re.compile(r"^[\s•·▪●*–—-]+")
_TIME = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?|gmt\s*[+-]?\s*\d*|utc\s*[+-]?\s*\d*", re.IGNORECASE)


def kind_of(line: str) -> Kind | None:
    """What piece of furniture a line is; None for a line of the article."""
    bare = _LIST_MARK.sub("", line).strip()
    if not bare:
        return None
    low = folded(bare)
    if (kind := _set_phrase(low)) is not None:
        return kind
    if len(bare) <= 160 and (kind := _numbers_only(bare, low)) is not None:
        return kind
    if _is_promo(line, low):
        return "promo"
    if _EMOJI_NAMES.fullmatch(bare):
        return "emoji"
    return "author" if _is_author(bare) else None


def label_value(line: str, name: str) -> str | None:
    """What follows a label and a colon: "КазТАГ" of "Источник: КазТАГ" (name: source_label)."""
    bare = _LIST_MARK.sub("", line).strip()
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
    if low.startswith(words().phrases["form"]):
        return "counter" if _only_counters(low) else "form"
    return _whole_or_labelled(low)


def _whole_or_labelled(low: str) -> Kind | None:
    whole: tuple[tuple[str, Kind], ...] = (("share", "share"), ("advert", "advert"))
    for name, kind in whole:
        if (match := words().starts[name].match(low)) and not re.search(r"\w", low[match.end() :]):
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
    if _is_ticker(low):
        return "ticker"
    if _is_date_line(bare, low):
        return "date"
    return "counter" if _only_counters(low) else None


def _only_counters(low: str) -> bool:
    left = _WORD.findall(low)
    if not left:
        return any(c.isdigit() for c in low)
    return all(word in words().counter for word in left) and any(c.isdigit() for c in low) and len(left) <= 4


def _is_ticker(low: str) -> bool:
    """Currency codes, signs and numbers, and nothing else; a number alone is a counter."""
    left = _WORD.findall(low)
    if left and all(word in _CURRENCY or word in ("c", "с") for word in left) and len(low) <= 120:
        return any(word in _CURRENCY for word in left) or bool(_TICKER_SIGNS.search(low))
    return not left and bool(_TICKER_SIGNS.search(low)) and any(c.isdigit() for c in low)


def _is_date_line(bare: str, low: str) -> bool:
    """A date, a time, a label for it and a counter, and nothing else."""
    if not any(c.isdigit() for c in low):
        return False
    found = dates.find_dates(bare, "kk")
    if not found or not any(len(one.edtf) == 10 for one in found):
        return False
    rest = low
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = _TIME.sub(" ", rest)
    for label in (*words().phrases["date_label"], *(weekday for weekday in dates.weekday_words())):
        rest = re.sub(rf"(?<!\w){re.escape(label)}(?!\w)", " ", rest)
    left = _WORD.findall(rest)
    return all(word in words().counter for word in left) and (not left or len(left) <= 3)


def _is_promo(line: str, low: str) -> bool:
    if low.startswith(words().phrases["promo"]):
        return len(low.split()) <= _PROMO_WORDS
    length = len(low.split())
    if length > _PROMO_WORDS or line.lstrip()[:1] in '–—-«"“„' or not words().channel.search(low):
        return False
    return bool(words().call.search(low) or (length <= _OWN_WORDS and words().own.search(low)))


def _is_author(bare: str) -> bool:
    """Two to five words, names with a role after or before them: "Сауле Ахметова корреспондент"."""
    parts = bare.replace(",", " ").replace(":", " ").split()
    if not 2 <= len(parts) <= 5 or any(c.isdigit() for c in bare) or bare[-1] in ".!?…":
        return False
    roles = words().phrases["roles"]
    if folded(parts[-1]) in roles:
        names = parts[:-1]
    elif folded(parts[0]) in roles:
        names = parts[1:]
    else:
        return False
    return all(name[0].isupper() for name in names)
