"""Where a crawl does not go: this machine, private networks, sites with bad certificates."""

import datetime
import ipaddress
import json
import os
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


DNS = """
import json, os, socket

def answer(name, table=json.loads(os.environ["TRIAL_DNS"])):
    if name not in table:
        return socket.inet_ntoa(socket.inet_aton(name))  # old spellings of addresses, as the system reads them
    address = table[name].pop(0) if len(table[name]) > 1 else table[name][0]
    with open(os.environ["TRIAL_DNS_LOG"], "a") as log:
        log.write(f"{name} {address}\\n")
    return address

socket.gethostbyname = answer
"""


@pytest.fixture
def names(tmp_path, monkeypatch):
    """The crawling process asks this instead of the system's DNS; the rest of the way to a connection is its own."""
    (tmp_path / "dns").mkdir()
    (tmp_path / "dns" / "sitecustomize.py").write_text(DNS, "utf-8")
    log = tmp_path / "dns" / "log"
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path / 'dns'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.setenv("TRIAL_DNS_LOG", str(log))

    def answer(**table):
        monkeypatch.setenv("TRIAL_DNS", json.dumps({name.replace("_", "."): said for name, said in table.items()}))
        return lambda: log.read_text("utf-8").split("\n")[:-1] if log.exists() else []

    return answer


def test_what_a_name_leads_to_decides_and_is_what_is_connected_to(site, source, crawl, tmp_path, names):
    """Loopback is allowed here and stands for a public address; the names are of the `.example` that nobody owns."""
    looked_up = names(
        open_example=["127.0.0.1"], inner_example=["10.0.0.1"], meta_example=["169.254.169.254"],
        carrier_example=["100.64.0.1"], turns_example=["127.0.0.1", "10.0.0.1"], late_example=["10.0.0.1", "127.0.0.1"],
    )  # fmt: skip
    port = site.root.rpartition(":")[2]
    hosts = [f"{name}.example" for name in ("open", "inner", "meta", "carrier", "turns", "late")]
    site.answers["/list"] = "".join(
        f'<a href="http://{host}:{port}/p/{host}-{n}">x</a>' for host in hosts for n in (1, 2)
    ).encode()
    site.answers |= {f"/p/{host}-{n}": b"<p>1</p>" for host in hosts for n in (1, 2)}
    report = crawl(tmp_path, source(site, hosts=("127.0.0.1", *hosts)), toml="delay_seconds = 0\ntimeout_seconds = 2\n")
    asked = {headers["Host"].partition(":")[0] for _, _, headers in site.log}
    assert asked == {"127.0.0.1", "open.example", "turns.example"}
    assert (report.sources[0].fetched, report.sources[0].failed) == (4, 8)
    reasons = {problem.subject.partition("://")[2].partition(":")[0]: problem.reason for problem in report.problems}
    assert {host: reason.rpartition(" ")[2] for host, reason in reasons.items()} == {
        "inner.example": "10.0.0.1", "meta.example": "169.254.169.254", "carrier.example": "100.64.0.1",
        "late.example": "10.0.0.1",
    }  # fmt: skip
    assert all("has the private address" in reason for reason in reasons.values())
    told = looked_up()
    assert told.count("turns.example 127.0.0.1") == 1 and "turns.example 10.0.0.1" not in told, "asked once, then kept"
    assert "late.example 127.0.0.1" not in told, "a name that was private once stays refused"


LOOPBACK = (
    "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "2130706433",
    "0x7f000001", "0177.0.0.1", "127.1", "0", "0.0.0.0", "localhost.", "own.example", "a.localhost",
)  # fmt: skip


def test_no_spelling_of_this_machine_is_collected_unless_settings_name_it(site, tmp_path, monkeypatch, names):
    monkeypatch.setenv("DALEL_CONTACT", "desk@paper.example")
    names(own_example=["127.0.0.1"], **{"localhost_": ["127.0.0.1"]})
    port = site.root.rpartition(":")[2]
    (tmp_path / "dalel.toml").write_text("delay_seconds = 0\ntimeout_seconds = 2\n", "utf-8")
    asked = tuple(f"http://{host}:{port}/p/1" for host in LOOPBACK)
    report = crawler.collect(paths.workspace(tmp_path), [], crawler.CollectOptions(addresses=asked))
    assert site.log == []
    assert (report.sources[0].fetched, report.sources[0].failed) == (0, len(LOOPBACK))
    for problem in report.problems:
        assert any(
            words in problem.reason
            for words in ("this machine itself", "of a private network", "has the private address")
        ), problem


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
