"""XML and HTML of strangers -> element trees: no entities, no network, no huge trees, broken markup mended."""

from __future__ import annotations

import codecs
import re
from html.entities import name2codepoint

from lxml import etree, html

from dalel.characters import resolved

_DECLARED = re.compile(r"^\s*<\?xml[^<>]*\?>")
_CONTROLS = bytes([*range(9), 11, 12, *range(14, 27), *range(28, 32), 127])  # but for ESC, with which ISO 2022 switches
_REFERENCE = re.compile(r"&(?:(?P<name>#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,30})(?P<closed>;)?)?")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
MAX_MARKUP = 50 * 1024 * 1024  # bytes: the largest sitemap that the protocol allows (sitemaps.org)


class NoMarkup(ValueError):
    """Bytes that hold no XML or HTML at all."""


def xml(payload: bytes) -> etree._Element:
    """The root of an XML document, mended where it is broken; NoMarkup where there is none."""
    _check(payload)
    payload = _mended(payload)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    try:
        root = etree.fromstring(payload.lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NoMarkup(f"no XML ({error})") from error
    if root is None:
        raise NoMarkup("no XML")
    return root


def page(payload: bytes, charset: str | None) -> etree._Element:
    """The root of an HTML document; NoMarkup where there is none."""
    _check(payload)
    try:
        parser = html.HTMLParser(encoding=charset, huge_tree=False, no_network=True)
    except LookupError:
        parser = html.HTMLParser(huge_tree=False, no_network=True)
    try:
        root = html.document_fromstring(payload, parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise NoMarkup(f"no HTML ({error})") from error
    return root


def local_name(element: etree._Element) -> str:
    """The tag without its namespace; "" for comments and the like. Mended markup may have tags like ":x"."""
    return element.tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(element.tag, str) else ""


def address(text: str | None) -> str:
    """An address as the text of an element gives it; some sites escape it twice."""
    return (text or "").strip().replace("&amp;", "&")


def _mended(payload: bytes) -> bytes:
    """XML without what makes a parser stop or go wrong: bare ampersands, HTML's entities, controls, halves of pairs.

    Only ASCII is touched, in whatever encoding that is one byte a character; UTF-16 is made UTF-8.
    """
    if payload.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = payload.decode("utf-16", "replace")
        payload = _DECLARED.sub("<?xml version='1.0'?>", text, count=1).encode("utf-8", "replace")
    payload = payload.translate(None, _CONTROLS)
    if b"&" not in payload:
        return payload
    parts, at = [], 0
    while (begin := payload.find(b"<![CDATA[", at)) >= 0:  # in there "&" is a character like any other
        end = payload.find(b"]]>", begin)
        end = len(payload) if end < 0 else end
        parts += [_references(payload[at:begin]), payload[begin:end]]
        at = end
    parts.append(_references(payload[at:]))
    return b"".join(parts)


def _references(markup: bytes) -> bytes:
    text = _REFERENCE.sub(_settled, resolved(markup.decode("latin-1")))
    return text.encode("latin-1", "xmlcharrefreplace")


def _settled(found: re.Match[str]) -> str:
    name = found["name"]
    if found["closed"] is None:
        return "&amp;" if name is None else f"&amp;{name}"
    if name in _OF_XML or name.startswith("#"):
        return found[0]
    code = name2codepoint.get(name)
    return f"&amp;{name};" if code is None else f"&#{code};"


def _check(payload: bytes) -> None:
    if not payload.strip():
        raise NoMarkup("it is empty")
    if len(payload) > MAX_MARKUP:
        raise NoMarkup(f"it has more than {MAX_MARKUP} bytes")
