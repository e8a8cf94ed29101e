"""A time-stamping authority of our own on loopback: OpenSSL's, behind HTTP."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CONFIG = """
[ req ]
distinguished_name = name
[ name ]
[ ca ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[ tsa_certificate ]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ web_certificate ]
basicConstraints = CA:FALSE
extendedKeyUsage = critical,serverAuth
[ tsa ]
default_tsa = our_tsa
[ our_tsa ]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


class Authority:
    """Keys and certificates in a folder; `signer` names the certificate that signs."""

    def __init__(self, folder: Path, use: str = "tsa_certificate", own: bool = False) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / "serial").write_text("01\n")
        (folder / "openssl.cnf").write_text(CONFIG.format(folder=folder))
        subject = ("-subj", "/CN=Root of the test", "-days", "3")
        self._openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem",
                      *subject, "-config", "openssl.cnf", "-extensions", "ca")  # fmt: skip
        self._openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr",
                      "-subj", "/CN=Authority of the test", "-config", "openssl.cnf")  # fmt: skip
        signed = ("-signkey", "tsa.key") if own else ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial")
        self._openssl("x509", "-req", "-in", "tsa.csr", *signed, "-out", "tsa.pem", "-days", "2",
                      "-extfile", "openssl.cnf", "-extensions", use)  # fmt: skip

    @property
    def root(self) -> Path:
        return self.folder / "ca.pem"

    def reply(self, query: bytes, *more: str) -> bytes:
        """The answer to a request in DER."""
        with tempfile.TemporaryDirectory() as scratch:
            asked, answer = Path(scratch) / "q", Path(scratch) / "r"
            asked.write_bytes(query)
            self._openssl("ts", "-reply", "-config", "openssl.cnf", "-queryfile", str(asked), "-signer", "tsa.pem",
                          "-inkey", "tsa.key", "-out", str(answer), *more)  # fmt: skip
            return answer.read_bytes()

    def serve(self) -> ThreadingHTTPServer:
        """An HTTP server on a free port of loopback that answers; `shutdown` ends it."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                query = self.rfile.read(int(self.headers["Content-Length"]))
                kind = "application/timestamp-reply" if self.path == "/tsa" else "text/html"
                body = outer.reply(query) if self.path == "/tsa" else b"<h1>no authority</h1>"
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                return

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return server

    def _openssl(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)
