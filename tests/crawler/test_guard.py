"""Where a crawl does not go: this machine, private networks, sites with bad certificates."""

import datetime
import ipaddress
import ssl
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from dalel import archive, crawler, paths

DAY = datetime.timedelta(days=1)


def test_loopback_is_collected_only_where_settings_name_it(site, links, source, tmp_path, monkeypatch):
    monkeypatch.setenv("DALEL_CONTACT", "desk@paper.example")
    site.answers["/list"] = links("/p/1")
    report = crawler.collect(paths.workspace(tmp_path), [source(site)], crawler.CollectOptions())
    assert site.log == []
    assert any("127.0.0.1 is this machine itself" in problem.reason for problem in report.problems)


@pytest.mark.parametrize("target", ["http://167772161/p/2", "http://0x0a000001/p/2", "http://012.0.0.1/p/2"])
def test_a_name_with_a_private_address_is_not_connected_to(site, source, crawl, tmp_path, monkeypatch, target):
    """Old spellings of 10.0.0.1, which only the system's resolver takes for an address."""
    monkeypatch.setenv("DALEL_CONTACT", "desk@paper.example")
    site.answers |= {"/list": b'<a href="/p/1">1</a>', "/p/1": (302, {"Location": target}, b"")}
    host = target.split("/")[2]
    report = crawl(tmp_path, source(site, hosts=("127.0.0.1", host)), toml="delay_seconds = 0\ntimeout_seconds = 2\n")
    assert (report.sources[0].fetched, report.sources[0].failed) == (0, 1)
    assert "has the private address 10.0.0.1" in report.problems[-1].reason


def test_the_resolver_itself_refuses(monkeypatch):
    from dalel.crawler.guard import GuardedResolver
    from dalel.crawler.outcomes import PrivateAddress

    resolver = GuardedResolver(None, 0, 1.0)
    assert resolver._public("93.184.216.34", "a.example") == "93.184.216.34"
    for address in ("10.0.0.1", "127.0.0.1", "169.254.169.254"):
        with pytest.raises(PrivateAddress, match=f"a.example has the private address {address}"):
            resolver._public(address, "a.example")
    resolver._proxy = "proxy.example"
    assert resolver._public("10.0.0.1", "proxy.example") == "10.0.0.1"


@pytest.fixture
def bad_certificate(tmp_path):
    """An HTTPS server on loopback whose certificate nobody vouches for, and what it was asked."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - DAY).not_valid_after(now + DAY)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    pem = tmp_path / "server.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    pem.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *_: None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(pem)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_a_certificate_that_does_not_hold_is_never_ignored(site, source, crawl, tmp_path, bad_certificate):
    root, asked = bad_certificate
    report = crawl(tmp_path / "home", source(site, listings=(f"{root}/list",)))
    assert asked == [] and report.needs_a_person
    assert any("its certificate does not hold" in problem.reason for problem in report.problems)
    assert archive.history(paths.workspace(tmp_path / "home").raw)[0] == []
