"""Later editions of the newsroom: a page that was edited, a page that is gone. For tests of change over time.

with newsroom.serve() as server:
    ...                                                     # collect
    server.catalogue = edition({"some-page": {"880": "980"}}, gone=["another-page"])
    ...                                                     # collect again
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from newsroom.catalogue import Catalogue, load_catalogue
from newsroom.pages import Page, load_pages


def edition(edits: Mapping[str, Mapping[str, str]], gone: Collection[str] = ()) -> Catalogue:
    """The catalogue with pages edited (by id: words -> other words, in title and text) and pages gone.

    A page that is gone answers 404, while listings and feeds still link it, as they do on real sites. ValueError where
    a page does not hold the words that are to be replaced; KeyError for an unknown page.
    """
    pages = load_pages()
    for name, words in edits.items():
        pages[name] = _edited(pages[name], words)
    catalogue = load_catalogue(pages.values())
    missing = {(pages[name].host, pages[name].target) for name in gone}
    kept = {place: resource for place, resource in catalogue.resources.items() if place not in missing}
    return Catalogue(sites=catalogue.sites, resources=kept)


def _edited(page: Page, words: Mapping[str, str]) -> Page:
    for old, new in words.items():
        if old not in page.title + "\n".join(page.paragraphs):
            raise ValueError(f"{page.id} does not hold {old!r}")
        title = page.title.replace(old, new)
        page = replace(page, title=title, paragraphs=tuple(part.replace(old, new) for part in page.paragraphs))
    return page
