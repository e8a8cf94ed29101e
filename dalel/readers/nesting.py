"""Text -> tree, however deep its elements are nested: markup never closed nests each paragraph in the one before.

libxml2 stops at 256 levels, or at 2048 where huge trees are asked for, and drops what follows. A page deeper than the
first is read in the second way, and from a certain level on only paragraphs and headings are kept as elements, with
breaks for the blocks they stood in: whoever walks the tree need not go deeper than that. A page deeper than the second
is an error, since part of it is lost.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction, document_fromstring

from dalel.errors import UnreadableDocument
from dalel.readers.blocks import BLOCKS

_DEEPEST = 2048  # levels that libxml2 reads at most
_FLAT = 100  # level from which on the tree is made flat
_LEFT = 200  # levels that may be left then: headings in headings
# every element is a plain HtmlElement: lxml.html asks a Python function for the class of each, each time it is met, to
# give forms and fields one of their own, which nobody asks here
_PLAIN = etree.ElementDefaultClassLookup(
    element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
)
_KEPT = frozenset({"p", "br", "h1", "h2", "h3", "h4", "time", "meta", "link", "title", "script", "style", "noscript"})


def parse_html(text: str) -> HtmlElement:
    """The tree without comments: the text after one is lost otherwise.

    Raises UnreadableDocument where there is no HTML, and where part of the page is nested too deep to be read.
    """
    tree, cut = _parsed(text, huge=False)
    if not cut:
        return tree
    tree, cut = _parsed(text, huge=True)
    if not cut:
        _flatten(tree)
    if cut or tree.getroottree().xpath("boolean(" + "/*" * _LEFT + ")"):
        raise UnreadableDocument(
            f"its elements are nested more than {_DEEPEST} deep, and what stands there cannot be read; collect the "
            "page again, or add it as text"
        )
    return tree


def _parsed(text: str, huge: bool) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser left part of the page out."""
    parser = HTMLParser(remove_comments=True, remove_pis=True, huge_tree=huge)
    parser.set_element_class_lookup(_PLAIN)
    try:
        tree = document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise UnreadableDocument(f"it is no HTML that can be parsed ({error}); collect the page again") from error
    return tree, any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)


def _flatten(tree: HtmlElement) -> None:
    """Takes the elements out that stand deeper than _FLAT, but for those that are kept; their text stays."""
    for top in tree.getroottree().xpath("/*" * _FLAT):
        for block in list(top.iterdescendants(*(BLOCKS - _KEPT))):
            before, after = etree.Element("br"), etree.Element("br")
            before.tail, block.text = block.text, None
            block.insert(0, before)
            block.append(after)
        found = {element.tag for element in top.iterdescendants() if isinstance(element.tag, str)}
        etree.strip_tags(top, *sorted(found - _KEPT))
