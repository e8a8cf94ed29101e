"""Characters that nobody sees or that do harm: what is dropped where pages are read, and marked where words are shown.

One table for the readers and for the search in archived bytes: what the first drop, the second must drop, or an honest
sentence is not found again. A leaf of the house.
"""

from __future__ import annotations

import html
import re

# C0, DEL and C1 without tab and line ends; halves of surrogate pairs; what Unicode calls no characters
UNPRINTED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
# the format characters of Unicode (category Cf) that occur in text: soft hyphen, Arabic marks, zero widths, direction
INVISIBLE = "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_DROPPED = re.compile(f"[{UNPRINTED}{INVISIBLE}]+")
_CONTROL = re.compile(f"[{UNPRINTED}]+")
_REFERENCE = re.compile(
    r"&#(?:0*(?P<decimal>[0-9]{1,7})(?![0-9])|[xX]0*(?P<hex>[0-9a-fA-F]{1,6})(?![0-9a-fA-F])|[0-9]+|[xX][0-9a-fA-F]+);?"
)
_PAIR = re.compile(
    r"&#(?:0*(5(?:5[3-9]|6[0-2])\d\d|563[01]\d)|[xX]0*(d[89ab][0-9a-f]{2}));"
    r"&#(?:0*(5(?:6[3-9]|7[0-2])\d\d|573[0-4]\d)|[xX]0*(d[c-f][0-9a-f]{2}));",
    re.IGNORECASE,
)
# controls (but for tab and line end), direction marks and what begins or ends their reach
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]")


def without_unseen(text: str) -> str:
    """`text` without controls, zero widths and direction marks."""
    return text if text.isprintable() else _DROPPED.sub("", text)


def harmless(text: str) -> str:
    """Words of others for a terminal, page or table: each control or direction character is □."""
    return text if text.isprintable() else _HARMFUL.sub("□", text)


def escaped(json_text: str) -> str:
    """JSON with its control and direction characters as \\u escapes: no other value, and nothing acts on a terminal."""
    return _HARMFUL.sub(lambda found: found[0] if found[0] in "\r\n" else f"\\u{ord(found[0]):04x}", json_text)


def resolved(markup: str) -> str:
    """Markup in which references to controls, halves of surrogate pairs and impossible characters are resolved as
    browsers do (HTML Standard, "numeric character reference end state"): «&#150;» is a dash and «&#55357;» U+FFFD. A
    control is nothing, where libxml2 would end the text; two references that are a pair together are its character.
    """
    return _REFERENCE.sub(_settled, _PAIR.sub(_joined, markup)) if "&#" in markup else markup


def unescaped(text: str) -> str:
    """html.unescape, whatever the references: Python refuses one of 5000 digits."""
    return html.unescape(resolved(text)) if "&" in text else text


def _joined(match: re.Match[str]) -> str:
    high, low = (int(match[n]) if match[n] else int(match[n + 1], 16) for n in (1, 3))
    if 0xD800 <= high <= 0xDBFF and 0xDC00 <= low <= 0xDFFF:
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    return match[0]


def _settled(match: re.Match[str]) -> str:
    if match["decimal"] is None and match["hex"] is None:
        return "\ufffd"
    code = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16)
    if code in (9, 10, 13) or 32 <= code < 127 or 160 <= code < 0xD800 or 0xE000 <= code < 0xFFFE:
        return match[0]
    return match[0] if 0x10000 <= code <= 0x10FFFF else _CONTROL.sub("", html.unescape(f"&#{code};"))
