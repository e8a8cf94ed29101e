"""Digests of payloads in archives of others: of the body as it was sent, or of what was packed in it."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from dalel.archive.bodies import UndecodableBody, decode

_CODINGS = ("transfer-encoding", "content-encoding")
_ALGORITHMS = frozenset({"sha1", "sha256", "sha512", "md5"})


def fits_unpacked(record: Any, body: bytes) -> bool:
    """Whether of a record of warcio only the payload's digest failed, and fits the body in another reading.

    WARC 1.1 (6.3.2) means the body without its chunks, many tools hash it with them; some take the content coding off.
    """
    told = record.digest_checker.problems
    if not all("payload digest" in problem for problem in told) or record.http_headers is None:
        return False
    algorithm, _, value = (record.rec_headers.get_header("WARC-Payload-Digest") or "").partition(":")
    algorithm = algorithm.strip().lower().replace("-", "")
    if algorithm not in _ALGORITHMS:
        return False
    codings = [(name.lower(), told) for name, told in record.http_headers.headers if name.lower() in _CODINGS]
    readings: tuple[list[tuple[str, str]], ...] = ([], [one for one in codings if one[0] == _CODINGS[0]], codings)
    return any(_fits(algorithm, value.strip(), body, kept) for kept in readings)


def _fits(algorithm: str, value: str, body: bytes, codings: list[tuple[str, str]]) -> bool:
    try:
        digest = hashlib.new(algorithm, decode(body, codings)).digest()
    except UndecodableBody:
        return False
    forms = {digest.hex(), base64.b32encode(digest).decode().lower().rstrip("=")}
    in_base64 = {base64.b64encode(digest).decode().rstrip("="), base64.urlsafe_b64encode(digest).decode().rstrip("=")}
    return value.lower().rstrip("=") in forms or value.rstrip("=") in in_base64
