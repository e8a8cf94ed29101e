"""The formats: one module each, found by folder.

A format module has MEDIA_TYPES and SUFFIXES (frozensets), `recognises(payload) -> bool` (by the bytes' own mark) and
`read(payload, capture, landmarks) -> Page` (UnreadableDocument where it cannot). Heavy libraries are imported inside
`read`, so that finding the formats costs nothing.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol
from urllib.parse import urlsplit

from dalel.errors import DuplicateDeclaration, MalformedDeclaration, UnreadableDocument
from dalel.readers.page import Page
from dalel.records import Capture
from dalel.sources import Landmarks


class Format(Protocol):
    """What a module in this folder offers."""

    MEDIA_TYPES: frozenset[str]
    SUFFIXES: frozenset[str]

    def recognises(self, payload: bytes) -> bool: ...

    def read(self, payload: bytes, capture: Capture, landmarks: Sequence[Landmarks]) -> Page: ...


@cache
def formats() -> Mapping[str, Format]:
    """All formats by module name; MalformedDeclaration or DuplicateDeclaration names the file."""
    found: dict[str, Format] = {}
    claimed: dict[str, str] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        module = importlib.import_module(f"{__name__}.{name}")
        if missing := [part for part in ("MEDIA_TYPES", "SUFFIXES", "recognises", "read") if not hasattr(module, part)]:
            raise MalformedDeclaration(f"readers/formats/{name}.py: lacks {', '.join(missing)}")
        for claim in sorted(module.MEDIA_TYPES | module.SUFFIXES):
            if claim in claimed:
                raise DuplicateDeclaration(f"{claim} is read by both readers/formats/{claimed[claim]}.py and {name}.py")
            claimed[claim] = name
        found[name] = module
    return found


def find_format(payload: bytes, capture: Capture) -> Format:
    """By the mark in the bytes, else the media type, else the ending of the address; UnreadableDocument otherwise."""
    known = formats()
    for one in known.values():
        if one.recognises(payload):
            return one
    ending = "." + urlsplit(capture.url).path.rpartition(".")[2].lower()
    for one in known.values():
        if capture.media_type in one.MEDIA_TYPES:
            return one
    for one in known.values():
        if ending in one.SUFFIXES:
            return one
    raise UnreadableDocument(
        f"no reader for {capture.media_type or 'an unnamed media type'}; read are: {', '.join(sorted(known))}"
    )


def suffixes() -> frozenset[str]:
    """Endings of the file names that some format reads."""
    return frozenset().union(*(one.SUFFIXES for one in formats().values()))
