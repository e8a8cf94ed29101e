"""XML and HTML of strangers -> element trees: no entities, no network, no huge trees, broken markup mended."""

from __future__ import annotations

from lxml import etree, html

MAX_MARKUP = 50 * 1024 * 1024  # bytes: the largest sitemap that the protocol allows (sitemaps.org)


class NoMarkup(ValueError):
    """Bytes that hold no XML or HTML at all."""


def xml(payload: bytes) -> etree._Element:
    """The root of an XML document, mended where it is broken; NoMarkup where there is none."""
    _check(payload)
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
    """The tag without its namespace; "" for comments and the like."""
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""


def _check(payload: bytes) -> None:
    if not payload.strip():
        raise NoMarkup("it is empty")
    if len(payload) > MAX_MARKUP:
        raise NoMarkup(f"it has more than {MAX_MARKUP} bytes")
