"""Bodies as received -> payloads: content and transfer encodings removed, never beyond a size."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from typing import Any

import brotli  # type: ignore[import-untyped]

MAX_PAYLOAD = 64 * 1024 * 1024  # bytes of one decoded payload; the largest official PDF releases are below 30 MB


_FED = 4096  # bytes of a body that are unpacked at a time


class UndecodableBody(ValueError):
    """A body that its own headers describe wrongly, or that grows beyond the limit."""


def decode(body: bytes, headers: Iterable[tuple[str, str]], limit: int = MAX_PAYLOAD) -> bytes:
    """The payload of a response with these headers; UndecodableBody where it cannot be had within `limit` bytes.

    A body that only claims to be compressed (it lacks the format's signature) is returned as it is: servers behind
    caches send such, and readers' browsers show them.
    """
    named = [(name.lower(), value) for name, value in headers]
    for name in ("transfer-encoding", "content-encoding"):
        codings = [part.strip().lower() for key, value in named if key == name for part in value.split(",")]
        for coding in reversed(codings):
            body = _decoder(coding)(body, limit)
    if len(body) > limit:
        raise UndecodableBody(f"body is larger than {limit} bytes")
    return body


def _decoder(coding: str) -> Callable[[bytes, int], bytes]:
    known: dict[str, Callable[[bytes, int], bytes]] = {
        "": _identity,
        "identity": _identity,
        "gzip": _gunzip,
        "x-gzip": _gunzip,
        "deflate": _inflate,
        "br": _unbrotli,
        "chunked": _dechunk,
    }
    if coding not in known:
        raise UndecodableBody(f"unknown encoding {coding!r}")
    return known[coding]


def _identity(body: bytes, limit: int) -> bytes:
    return body


def _gunzip(body: bytes, limit: int) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body
    decoded, at = bytearray(), 0
    while body.startswith(b"\x1f\x8b", at):  # a gzip body may have several members
        machine = zlib.decompressobj(zlib.MAX_WBITS + 16)
        while not machine.eof:
            fed = body[at : at + _FED]  # what is left over of a piece is copied: a whole body, once for each member
            at += len(fed)
            if not fed:
                raise UndecodableBody("compressed body ends too early")
            while fed and not machine.eof:
                decoded += _piece(machine, fed, limit - len(decoded), limit)
                fed = machine.unconsumed_tail
        at -= len(machine.unused_data)
    return bytes(decoded)


def _inflate(body: bytes, limit: int) -> bytes:
    if not body:
        return body
    # RFC 9110 8.4.1.2: "deflate" is zlib format, yet some servers send the raw stream
    zlib_format = body[0] & 0x0F == 8 and len(body) > 1 and int.from_bytes(body[:2], "big") % 31 == 0
    return _drain(zlib.decompressobj(zlib.MAX_WBITS if zlib_format else -zlib.MAX_WBITS), body, limit)


def _piece(machine: Any, fed: bytes, room: int, limit: int) -> bytes:
    try:
        decoded: bytes = machine.decompress(fed, max(room, 0) + 1)
    except zlib.error as error:
        raise UndecodableBody(f"compressed body is damaged ({error})") from error
    if len(decoded) > room:
        raise UndecodableBody(f"compressed body unpacks to more than {limit} bytes")
    return decoded


def _drain(machine: Any, body: bytes, limit: int) -> bytes:
    try:
        decoded: bytes = machine.decompress(body, max(limit, 0) + 1)
    except zlib.error as error:
        raise UndecodableBody(f"compressed body is damaged ({error})") from error
    if len(decoded) > limit:
        raise UndecodableBody(f"compressed body unpacks to more than {limit} bytes")
    if not machine.eof:
        raise UndecodableBody("compressed body ends too early")
    return decoded


def _unbrotli(body: bytes, limit: int) -> bytes:
    if not body:
        return body
    machine, decoded = brotli.Decompressor(), bytearray()
    try:
        decoded += machine.process(body, output_buffer_limit=65536)
        while len(decoded) <= limit and not machine.can_accept_more_data():
            decoded += machine.process(b"", output_buffer_limit=65536)
    except brotli.error as error:
        raise UndecodableBody(f"compressed body is damaged ({error})") from error
    if len(decoded) > limit:
        raise UndecodableBody(f"compressed body unpacks to more than {limit} bytes")
    if not machine.is_finished():
        raise UndecodableBody("compressed body ends too early")
    return bytes(decoded)


def _dechunk(body: bytes, limit: int) -> bytes:
    decoded, at = bytearray(), 0
    while True:
        end = body.find(b"\r\n", at)
        try:
            size = int(body[at:end].split(b";", 1)[0].strip(), 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            if at == 0:
                return body  # the archive that wrote it had already removed the chunks
            raise UndecodableBody("chunked body is damaged")
        if size == 0:
            return bytes(decoded)
        decoded += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2
        if at > len(body) or len(decoded) > limit:
            raise UndecodableBody("chunked body ends too early or is too large")
