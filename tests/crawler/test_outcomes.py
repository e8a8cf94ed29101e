"""What the hostile web does to a crawl: each trick has a stated outcome, and the good pages come through all the same.

One crawl meets all of them; `OUTCOMES` says what must come of each address.
"""

import gzip
import socket
import struct
import time

import brotli
import pytest

from dalel import archive, paths
from dalel.crawler import signs

MEGABYTE = 1 << 20
FETCHED = "fetched"


def redirect(target):
    return 302, {"Location": target}, b""


def bomb(pack, coding):
    return 200, {"Content-Encoding": coding}, pack(b"\0" * (20 * MEGABYTE))


def raw(handler, *chunks, reset=False):
    """Writes bytes as they are and closes; with `reset`, as a crashing server does."""
    for chunk in chunks:
        handler.wfile.write(chunk)
    handler.wfile.flush()
    if reset:
        time.sleep(0.05)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close() if reset else handler.connection.shutdown(socket.SHUT_WR)


def endless(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
    for _ in range(400):
        handler.wfile.write(b"<p>more</p>" * 1000)
    handler.close_connection = True


def drip(handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n")
    for _ in range(60):
        handler.wfile.write(b".")
        handler.wfile.flush()
        time.sleep(0.1)
    handler.close_connection = True


def ticket(handler):
    if "ticket=1" in handler.headers.get("Cookie", ""):
        return b"<p>let in</p>"
    return 302, {"Location": "/p/ticket", "Set-Cookie": "ticket=1; Path=/"}, b""


CLOUDFLARE = b'<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js"></script>'
HALF = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 1000\r\n\r\n<p>half"
ODD = b"HTTP/1.1 200 OK\r\nno colon here\r\nContent-Type: text/html\r\n\r\n<p>all the same</p>"
CASES = {
    "ok": (b"<title>Fine</title><p>4360</p>", FETCHED),
    "gone": ((410, {}, b"gone"), "no proof that it was deleted"),
    "forbidden": ((403, {}, b"no"), "status 403"),
    "loop": (redirect("/p/loop2"), "redirects round and round"),
    "to-net": (redirect("http://10.0.0.1/admin"), "10.0.0.1 is an address of a private network"),
    "to-metadata": (redirect("http://169.254.169.254/latest/meta-data"), "private network"),
    "to-v6": (redirect("http://[fd00::1]/"), "private network"),
    "to-mapped": (redirect("http://[::ffff:10.0.0.1]/"), "private network"),
    "to-zero": (redirect("http://0.0.0.0/"), "private network"),
    "to-file": (redirect("file:///etc/passwd"), "status 302"),
    "elsewhere": (redirect("http://other.invalid/p/1"), "redirects to other.invalid, which is no host of trial"),
    "moved": (redirect("/p-new/moved"), FETCHED),
    "to-known": (redirect("/p/ok"), None),
    "bomb": (bomb(lambda data: gzip.compress(data, 9), "gzip"), "unpacks to more than 1048576 bytes"),
    "brotli-bomb": (bomb(brotli.compress, "br"), "unpacks to more than 1048576 bytes"),
    "large": (b"x" * (2 * MEGABYTE), "larger than is allowed"),
    "endless": (endless, "larger than is allowed"),
    "drip": (drip, "did not come to an end in time"),
    "reset": (lambda handler: raw(handler, HALF, reset=True), "broke off in the middle"),
    "cut": (lambda handler: raw(handler, HALF), "broke off in the middle"),
    "mute": (raw, "closed without an answer"),
    "no-http": (lambda handler: raw(handler, b"SSH-2.0-OpenSSH_9.6\r\n"), "no web server"),
    "odd-header": (lambda handler: raw(handler, ODD), FETCHED),
    "wrong-charset": ((200, {"Content-Type": "text/html; charset=koi8-r"}, "<p>мектеп</p>".encode()), FETCHED),
    "no-charset": ((200, {"Content-Type": "text/html; charset=rubbish"}, "<p>мектеп</p>".encode("cp1251")), FETCHED),
    "no-type": ((200, {"Content-Type": "application/octet-stream"}, b"<html><p>12</p></html>"), FETCHED),
    "not-packed": ((200, {"Content-Encoding": "gzip"}, b"<p>says gzip, is none</p>"), FETCHED),
    "picture": ((200, {"Content-Type": "image/png"}, b"\x89PNG\r\n"), "no page but image/png"),
    "empty": (b"", "the answer is empty"),
    "soft-404": ("<title>Страница не найдена</title><p>404</p>".encode(), "error page with the status of a good one"),
    "challenge": ((403, {"cf-mitigated": "challenge"}, CLOUDFLARE), "challenge page of Cloudflare"),
    "challenge-200": (CLOUDFLARE, "challenge page of Cloudflare"),
    "ticket": (ticket, FETCHED),
    "again-1": (b"<p>one slug, two addresses</p>", FETCHED),
    "again-2": (b"<p>one slug, two addresses</p>", FETCHED),
}  # fmt: skip
OUTCOMES = {name: outcome for name, (_, outcome) in CASES.items()}


@pytest.fixture(scope="module")
def met(start, links_of, source_of, crawl_into, tmp_path_factory):
    site = start()
    site.answers["/list"] = links_of(
        *(f"/p/{name}" for name in CASES), "/p/ok#again", "/p/ok?utm_source=x", "mailto:a@b"
    )
    site.answers |= {f"/p/{name}": answer for name, (answer, _) in CASES.items()}
    site.answers |= {"/p/loop2": redirect("/p/loop"), "/p-new/moved": b"<p>moved</p>"}
    spaces = gzip.compress(b"<urlset>" + b" " * (60 * MEGABYTE))
    site.answers |= {
        "/feed": b"<rss><channel><item><link>/p/ok</link></item><item><li",
        "/bomb.xml.gz": (200, {"Content-Type": "application/gzip"}, spaces),
        "/index.xml": f"<sitemapindex><sitemap><loc>{site.root}/index.xml</loc></sitemap></sitemapindex>".encode(),
    }
    here = source_of(
        site, feeds=(f"{site.root}/feed",), sitemaps=(f"{site.root}/bomb.xml.gz", f"{site.root}/index.xml")
    )
    home = tmp_path_factory.mktemp("hostile")
    settings = "delay_seconds = 0\nmax_body_mb = 1\ntimeout_seconds = 1\nper_host = 4\n"
    report = crawl_into(home, here, toml=settings)
    return site, paths.workspace(home).raw, report


@pytest.mark.parametrize("name", CASES)
def test_outcome(met, name):
    site, raw_folder, report = met
    captured = {capture.url for capture in archive.load_captures(raw_folder)[0]}
    said = [problem.reason for problem in report.problems if problem.subject == f"{site.root}/p/{name}"]
    outcome = OUTCOMES[name]
    if outcome in (FETCHED, None):
        assert said == []
        assert (f"{site.root}/p/{name}" in captured) == (outcome == FETCHED and name != "moved")
    else:
        assert any(outcome in reason for reason in said), said
        assert f"{site.root}/p/{name}" not in captured


def test_reasons_are_sentences_for_readers_without_the_machinery_in_them(met):
    site, _, report = met
    said = {problem.subject.removeprefix(f"{site.root}/p/"): problem.reason for problem in report.problems}
    assert said["to-net"] == "10.0.0.1 is an address of a private network"
    assert said["loop"] == "it redirects round and round"
    assert (said["mute"], said["no-http"]) == (
        "the connection was closed without an answer",
        "what answers there is no web server",
    )
    for reason in said.values():
        assert "Traceback" not in reason and "Failure" not in reason and "/site-packages/" not in reason


def test_each_page_is_counted_once(met):
    _, _, report = met
    (line,) = report.sources
    assert line.fetched == sum(outcome == FETCHED for outcome in OUTCOMES.values())
    assert line.failed == sum(outcome not in (FETCHED, None) for outcome in OUTCOMES.values())


def test_each_page_is_archived_once(met):
    site, raw_folder, _ = met
    urls = [capture.url for capture in archive.load_captures(raw_folder)[0]]
    assert len(urls) == len(set(urls))
    assert site.asked("/p/ok") == 1
    digests = [capture.sha256 for capture in archive.load_captures(raw_folder)[0] if "/p/again-" in capture.url]
    assert len(digests) == 2 and len(set(digests)) == 1, "one text at two addresses is two captures of one digest"
    assert f"{site.root}/p-new/moved" in urls


def test_what_came_is_whole_and_errors_are_archived_too(met):
    site, raw_folder, _ = met
    assert archive.verify(raw_folder) == []
    entries = {entry.url: entry for _, entry in archive.history(raw_folder)[0]}
    assert entries[f"{site.root}/p/gone"].status == 410
    assert entries[f"{site.root}/p/bomb"].role == "undecodable"
    assert entries[f"{site.root}/p/challenge-200"].role == "notice"


def test_ways_in_that_are_traps_are_named_and_left(met):
    site, _, report = met
    said = {problem.subject: problem.reason for problem in report.problems}
    assert "unpacks to more than" in said[f"{site.root}/bomb.xml.gz"]
    assert site.asked("/index.xml") == site.asked("/feed") == 1
    assert f"{site.root}/feed" not in said, "a feed that is cut off is read as far as it goes"


@pytest.mark.parametrize("sign", signs.load(), ids=lambda sign: sign.name)
def test_signs_hold_on_their_examples_and_on_nothing_else(sign):
    for example in sign.examples:
        assert signs.of([], example.encode()) == sign.reason
    for other in sign.not_examples:
        assert signs.of([], other.encode()) is None
