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
_FOREIGN = re.compile("[ЂЃѓ‡‰ЉЊЌЋЏђљњќћџЎўЈҐЄЇѕїє\u0080-\u009f\ufffd¤¦¬±µ¶·°®]|[À-ÿ]{3,}")
_TURNED = re.compile("[а-яёәғқңөұүһі][А-ЯӘҒҚҢӨҰҮҺІ]")  # a capital after a small letter: the wrong Cyrillic table


def decode(payload: bytes, declared: str | None = None) -> str:
    """The text of `payload`, with line ends as "\\n" and without NUL; `declared` is what the sender said.

    Raises UnreadableDocument where no encoding gives readable text.
    """
    for mark, name in _BOMS:
        if payload.startswith(mark):
            return _tidy(payload[len(mark) :].decode(name, "replace"))
    if payload[:4096].count(0) > len(payload[:4096]) // 4:
        return _tidy(_utf16(payload))
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
    scored: dict[str, float] = {}
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
    bad = 6 * len(_FOREIGN.findall(high)) + 3 * len(_TURNED.findall(text))
    return (good + western - bad) / len(others)


def _utf16(payload: bytes) -> str:
    """UTF-16 without a mark: the zero bytes stand first (big-endian) or second in each pair."""
    even = payload[0:4096:2].count(0)
    try:
        return payload.decode("utf-16-be" if even > payload[1:4096:2].count(0) else "utf-16-le")
    except UnicodeDecodeError as error:
        raise UnreadableDocument("its bytes are no text (many zero bytes); save the page again as UTF-8") from error


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
