"""Bytes -> text: byte order mark, valid UTF-8, then the declared encodings and the Cyrillic ones, by their letters.

Declarations are evidence, not proof: a page declared windows-1251 is often UTF-8, and Kazakh pages declared
windows-1251 are KZ-1048 (STRK1048-2002, which puts the Kazakh letters where 1251 has Serbian ones).
"""

from __future__ import annotations

import codecs
import re

from dalel.errors import UnreadableDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("windows-1251", "kz1048", "koi8-r", "windows-1252")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page declares its encoding
_JUDGED = 40_000  # bytes by whose letters an encoding is judged
_SPOILT = 0.02  # a page in UTF-8 may have so many of its non-ASCII characters spoilt, and is read with U+FFFD there

_COMMON = re.compile("[аеоинтсрлвкмдуыяыщзбгчйхжюшәғқңөұүһі]")
_LETTER = re.compile("[А-Яа-яёЁӘҒҚҢӨҰҮҺІ]")
_FOREIGN = re.compile("[ЂЃѓ‡‰ЉЊЌЋЏђљњќћџЎўЈҐЄЇѕїє\u0080-\u009f\ufffd¤¦¬±µ¶·°®\u2500-\u25ff]|[À-ÿ]{3,}")
_MIXED = re.compile("[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z]")  # a Latin word with one Cyrillic letter
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # not allowed in XML either
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MOST_CONTROL = 0.02  # of the bytes of a text
_TURNED = re.compile("[а-яёәғқңөұүһі][А-ЯӘҒҚҢӨҰҮҺІ]")  # a capital after a small letter: the wrong Cyrillic table


def decode(payload: bytes, declared: str | None = None) -> str:
    """The text of `payload`, with line ends as "\\n" and without NUL; `declared` is what the sender said.

    Raises UnreadableDocument where no encoding gives readable text.
    """
    for mark, name in _BOMS:
        if payload.startswith(mark):
            return _tidy(payload[len(mark) :].decode(name, "replace"))
    if (wide := _wide(payload)) is not None:
        return _tidy(payload.decode(wide, "replace"))
    if len(_CONTROL.findall(payload[:_JUDGED])) > 3 + _MOST_CONTROL * len(payload[:_JUDGED]):
        raise UnreadableDocument("its bytes are no text; if it is a document, add it with its own file ending")
    try:
        return _tidy(payload.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    lenient = payload.decode("utf-8", "replace")
    others = sum(1 for c in lenient if ord(c) > 127)
    if lenient.count("\ufffd") <= max(1, _SPOILT * others) and others > 20:
        return _tidy(lenient)
    return _tidy(_likeliest(payload, declared))


def _likeliest(payload: bytes, declared: str | None) -> str:
    meta = _META.search(payload[:_HEAD])
    names = [declared, meta[1].decode("ascii") if meta else None, *_CANDIDATES]
    scored: dict[str, float] = {"utf-8": _score(payload[:_JUDGED].decode("utf-8", "replace"))}
    for name in dict.fromkeys(filter(None, map(_known, names))):
        scored[name] = _score(payload[:_JUDGED].decode(name, "replace"))
    best = max(scored, key=lambda name: scored[name])
    if scored[best] <= 0:
        said = f" (declared: {declared})" if declared else ""
        raise UnreadableDocument(f"its bytes are text in no encoding we know{said}; save the page again as UTF-8")
    return payload.decode(best, "replace")


def _known(name: str | None) -> str | None:
    """Python's name for an encoding; None for one that is unknown or that UTF-8 was already tried as."""
    if name is None:
        return None
    try:
        found = codecs.lookup(name.strip().lower())
    except LookupError:
        return None
    return None if found.name in ("utf-8", "ascii") or not getattr(found, "_is_text_encoding", True) else found.name


def _score(text: str) -> float:
    """How much a decoding looks like text: above 0, it does. Of two, the better one has more common letters."""
    others = [c for c in text if ord(c) > 127]
    if not others:
        return 1.0
    high = "".join(others)
    good = len(_COMMON.findall(high)) + 0.5 * len(_LETTER.findall(high))
    western = (
        sum(1 for c in others if c in "éèêëàâäáãåçñóôöõúüûíîïßøæœÉÀÖÜÄ€‘’“”–—…«»")
        if len(others) < 0.2 * len(text)
        else 0
    )
    bad = 6 * len(_FOREIGN.findall(high)) + 3 * len(_TURNED.findall(text)) + 2 * len(_MIXED.findall(text))
    return (good + western - bad) / len(others)


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a mark: one byte of nearly every pair is that of the ASCII, Cyrillic or Arabic block (0, 4, 6)."""
    head = payload[:_HEAD]
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(high) >= 8 and sum(high.count(block) for block in (0, 4, 6)) > 0.8 * len(high):
            return name
    return None


def _tidy(text: str) -> str:
    return _UNPRINTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
