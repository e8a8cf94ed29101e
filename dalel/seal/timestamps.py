"""Time stamps (RFC 3161): an authority signs that it has seen a root at a time. Needs the extra `timestamps`."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dalel.errors import InvalidValue, MissingExtra

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
_SECOND = "openssl ts -verify -digest ROOT -in FILE.tsr -CAfile PEM says more"


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """What is sent to an authority, and the number that its answer must repeat."""

    content: bytes
    nonce: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """A token that is trusted: when the root was there, by whose word."""

    at: datetime  # UTC
    authority: str  # subject of the certificate that signed


def query(listing: bytes) -> Query:
    """A request for a token over the SHA-256 of a list, its root, with the certificate of the authority."""
    client = _client()
    builder = client.TimestampRequestBuilder().data(listing).hash_algorithm(client.HashAlgorithm.SHA256)
    request = builder.cert_request(cert_request=True).build()
    return Query(content=request.as_bytes(), nonce=request.nonce)


def trusted(pem: Path | None) -> list[Certificate]:
    """The certificates in a PEM file, else those the system trusts; InvalidValue where there are none."""
    _client()
    from cryptography.x509 import load_pem_x509_certificates

    path = pem or Path(ssl.get_default_verify_paths().cafile or ssl.get_default_verify_paths().openssl_cafile)
    try:
        return load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InvalidValue(f"--trust {path}: no certificates in PEM form there ({error})") from error


def check(answer: bytes, root: str, roots: list[Certificate], nonce: int | None = None) -> Stamp:
    """The stamp in an authority's answer; InvalidValue where it is forged, of another root, signed by itself or by
    nobody trusted, not granted, or malformed (certificates out of order, too).
    """
    client = _client()
    from cryptography.x509 import load_der_x509_certificate

    try:
        reply = client.decode_timestamp_response(answer)
        builder = client.VerifierBuilder(roots=list(roots), nonce=nonce)
        chain = [load_der_x509_certificate(one) for one in reply.signed_data.certificates]
        signer = _signer(chain, reply)
        for one in chain:
            if one is not signer and one not in roots:
                builder = builder.add_intermediate_certificate(one)
        builder.build().verify(reply, bytes.fromhex(root))
    except (client.VerificationError, ValueError) as error:
        raise InvalidValue(f"the time stamp is not one to trust: {error}; {_SECOND}") from error
    return Stamp(at=reply.tst_info.gen_time, authority=signer.subject.rfc4514_string() if signer else "not named")


def _signer(chain: list[Certificate], reply: Any) -> Certificate | None:
    """The certificate that the signature names by its serial number (RFC 5652, 5.3)."""
    named = {getattr(one, "serial_number", None) for one in getattr(reply.signed_data, "signer_infos", ())}
    issuers = {one.issuer for one in chain if one.issuer != one.subject}
    leaves = [one for one in chain if one.serial_number in named] or [
        one for one in chain if one.subject not in issuers
    ]
    return leaves[0] if leaves else None


def _client() -> Any:
    try:
        import rfc3161_client
    except ImportError as error:
        raise MissingExtra("time stamps need the extra: pip install 'dalel[timestamps]'") from error
    return rfc3161_client
