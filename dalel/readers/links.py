"""Which lines of a page are links: a headline under "Read also" is one, an entry of the article's own list is not."""

from __future__ import annotations

from functools import cached_property

from lxml.html import HtmlElement

from dalel.readers.page import clean

_SHARE = 0.5  # of a line's characters; beside a headline stand its date and its counters


class Links:
    """The texts of a page's links, collected where a line is first asked about."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree

    @cached_property
    def texts(self) -> frozenset[str]:
        return frozenset(text for link in self._tree.iter("a") if (text := clean(link.text_content())))

    def hold(self, line: str) -> bool:
        """Whether most of `line` is the text of one link."""
        bare = line.lstrip("-•–— ")
        if bare in self.texts:
            return True
        return any(text in line and len(text) >= _SHARE * len(bare) for text in self.texts)
