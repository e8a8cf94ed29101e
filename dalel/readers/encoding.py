"""Bytes -> text: byte order mark, valid UTF-8, then the declared encodings and the Cyrillic ones, by their letters.

Declarations are evidence, not proof: a page declared windows-1251 is often UTF-8, and Kazakh pages declared
windows-1251 are KZ-1048 (STRK1048-2002, which puts the Kazakh letters where 1251 has Serbian ones). A declared
encoding of another script (Greek, Hebrew, Japanese) is believed where it gives letters of that script.
"""

from __future__ import annotations

import codecs
import re

from dalel.errors import UnreadableDocument
from dalel.readers.letters import cyrillic_score, foreign_score, has_cyrillic_words, reads_cyrillic
from dalel.readers.mangled import mended

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("cp1251", "kz1048", "koi8-r", "cp1252")
_OURS = frozenset(  # told from each other by their letters, whatever is declared
    {*_CANDIDATES, "koi8-u", "iso8859-5", "cp866", "cp855", "mac-cyrillic", "ptcp154"}
)
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})"
    rb"|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_AS_BROWSERS = {"iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gb18030"}
_LABELS = {"x-mac-cyrillic": "mac-cyrillic", "x-sjis": "shift_jis", "windows-874": "cp874", "ks_c_5601-1987": "cp949"}
_HEAD = 4096  # bytes in which a page declares its encoding
_JUDGED = 40_000  # bytes by whose letters an encoding is judged
_SPOILT = 0.02  # a page in UTF-8 may have so many of its non-ASCII characters spoilt, and is read with U+FFFD there
_MOSTLY_ASCII = 0.03  # of a page's bytes: with fewer others it is readable whatever these are
_UNPRINTED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")  # not allowed in XML either
_CONTROL = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])  # without ESC, which ISO 2022 switches with
_MOST_CONTROL = 0.02  # of the bytes of a text
_PROBE = b"a\x80"  # what every encoding of pages decodes, if only to U+FFFD
_SWITCHES = (b"\x1b$", b"\x1b(")


def decode(payload: bytes, declared: str | None = None) -> str:
    """The text of `payload`, with line ends as "\\n" and without NUL; `declared` is what the sender said.

    Raises UnreadableDocument where no encoding gives readable text.
    """
    for mark, name in _BOMS:
        if payload.startswith(mark):
            return _tidy(payload[len(mark) :].decode(name, "replace"))
    if (wide := _wide(payload)) is not None:
        return _tidy(payload.decode(wide, "replace"))
    judged = payload[:_JUDGED]
    if len(judged) - len(judged.translate(None, _CONTROL)) > 3 + _MOST_CONTROL * len(judged):
        raise UnreadableDocument("its bytes are no text; if it is a document, add it with its own file ending")
    names = _declared(payload, declared)
    if any(mark in payload for mark in _SWITCHES):
        for name in names:
            if name.startswith("iso2022"):
                return _tidy(payload.decode(name, "replace"))
    try:
        return _tidy(mended(payload.decode("utf-8")))
    except UnicodeDecodeError:
        pass
    lenient = payload.decode("utf-8", "replace")
    others = sum(1 for c in lenient if ord(c) > 127)
    if lenient.count("\ufffd") <= max(1, _SPOILT * others) and others > 20:
        return _tidy(lenient)
    return _tidy(payload.decode(_likeliest(payload, names, declared), "replace"))


def _declared(payload: bytes, declared: str | None) -> list[str]:
    """What sender, <meta> and XML declaration say, as Python's names, UTF-8 and unknown ones left out."""
    match = _DECLARED.search(payload[:_HEAD])
    stated = (match[1] or match[2]).decode("ascii") if match else None
    return list(dict.fromkeys(filter(None, (_known(declared), _known(stated)))))


def _likeliest(payload: bytes, names: list[str], declared: str | None) -> str:
    head = payload[:_JUDGED]
    ours = dict.fromkeys([*(name for name in names if name in _OURS), *_CANDIDATES])
    scored = {name: cyrillic_score(head.decode(name, "replace")) for name in ours}
    best = max(scored, key=lambda name: scored[name])
    told = head.decode(best, "replace")
    if scored[best] > 0 and reads_cyrillic(told):
        return best
    for name in names:
        if name not in _OURS and foreign_score(head.decode(name, "replace")) > 0:
            return name
    if scored[best] > 0 and not has_cyrillic_words(told):
        return best
    if sum(byte > 127 for byte in head) <= _MOSTLY_ASCII * len(head):
        return next(iter(names), "cp1252")
    for name in _guessed(payload):
        if name not in _OURS and foreign_score(head.decode(name, "replace")) > 0:
            return name
    if scored[best] > 0:
        return best
    said = f" (declared: {declared})" if declared else ""
    raise UnreadableDocument(f"its bytes are text in no encoding we know{said}; save the page again as UTF-8")


def _guessed(payload: bytes) -> list[str]:
    """What a page that declares nothing may be in, by the frequencies of its bytes: trafilatura's own question."""
    from trafilatura.utils import detect_encoding  # slow to import: only where nothing else has answered

    return [name for guess in detect_encoding(payload) if (name := _known(guess))]


def _known(name: str | None) -> str | None:
    """Python's name for an encoding; None for one that is unknown or that UTF-8 was already tried as."""
    if name is None:
        return None
    try:
        found = codecs.lookup(_LABELS.get(name.strip().lower(), name.strip().lower()))
        _PROBE.decode(found.name, "replace")
    except (LookupError, UnicodeError):  # UnicodeError: "undefined", "idna", "punycode", which decode no pages
        return None
    if found.name in ("utf-8", "ascii", "utf-7") or not getattr(found, "_is_text_encoding", True):
        return None
    return _AS_BROWSERS.get(found.name, found.name)


def _wide(payload: bytes) -> str | None:
    """UTF-16 without a mark: one byte of nearly every pair is that of the ASCII, Cyrillic or Arabic block (0, 4, 6).

    UTF-32 without one: three bytes of nearly every four are such or zero.
    """
    head = payload[:_HEAD]
    for name, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(high) >= 8 and sum(high.count(block) for block in (0, 4, 6)) > 0.8 * len(high):
            if head[2::4].count(0) + head[3::4].count(0) > 0.45 * len(head):
                return "utf-32-le"
            if head[0::4].count(0) + head[1::4].count(0) > 0.45 * len(head):
                return "utf-32-be"
            return name
    return None


def _tidy(text: str) -> str:
    return _UNPRINTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
