"""Which other addresses a page names as itself."""

import pytest

from dalel import archive, paths
from dalel.crawler import twins

URL = "http://a.example/p/1"


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        ('<link rel="amphtml" href="/amp/p/1?utm_source=x">', [("amphtml", "http://a.example/amp/p/1")]),
        ("<LINK HREF='http://a.example/p/2' REL=canonical>", [("canonical", "http://a.example/p/2")]),
        ('<link rel="alternate" hreflang="kk" href="/kk/p/1"/>', [("alternate-kk", "http://a.example/kk/p/1")]),
        ('<link rel="alternate" hreflang="x-default" href="//a.example/p/0">', []),
        ('<link rel="canonical" href="http://a.example/p/1">', []),
        ('<link rel="alternate" type="application/rss+xml" href="/feed">', []),
        ('<link rel="amphtml" href="javascript:x">', []),
        ('<link rel="alternate" hreflang="kk\r\nX: y" href="/kk">', []),
        ("<link rel=amphtml " + "x" * 5000, []),
        ("", []),
    ],
)
def test_twins(markup, found):
    assert list(twins.of(markup.encode(), URL)) == found


def test_many_are_a_list_of_links():
    markup = "".join(f'<link rel="alternate" hreflang="k{chr(97 + n % 26)}" href="/{n}">' for n in range(100))
    assert len(twins.of(markup.encode(), URL)) == twins.MOST


def test_twins_are_archived_with_the_page_and_indexed(site, links, source, crawl, tmp_path):
    site.answers |= {
        "/list": links("/p/1"),
        "/p/1": b'<link rel="amphtml" href="/amp/p/1"><link rel="alternate" hreflang="kk" href="/kk/1"><p>12</p>',
    }
    crawl(tmp_path, source(site))
    raw = paths.workspace(tmp_path).raw
    expected = (("amphtml", f"{site.root}/amp/p/1"), ("alternate-kk", f"{site.root}/kk/1"))
    (page,) = [entry for _, entry in archive.history(raw)[0] if entry.role == "page"]
    assert page.twins == expected
    next((raw / "trial").glob("*.cdxj")).unlink()
    (again,) = [entry for _, entry in archive.history(raw)[0] if entry.role == "page"]
    assert again == page, "the twins are in the WARC, not only in the index"
