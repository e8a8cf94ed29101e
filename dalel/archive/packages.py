"""WACZ packages of others: their manifests against their bytes (WACZ 1.1.1), and what they unpack to."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dalel.records import Problem

UNPACKED = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError, ValueError)
_MANIFEST, _SIGNED = "datapackage.json", "datapackage-digest.json"
_LARGEST = 16 * 1024 * 1024  # bytes of a manifest


def is_package(file: Path) -> bool:
    """Whether a file is a zip from its first byte on: a plain WARC may end with a page that is one."""
    with file.open("rb") as stream:
        return stream.read(2) == b"PK" and zipfile.is_zipfile(file)


def unpack(package: zipfile.ZipFile, name: str, target: Path, most: int) -> int:
    """Writes a file of the package to `target`; how many bytes. One of UNPACKED otherwise, also beyond `most`."""
    size = 0
    with package.open(name) as stream, target.open("wb") as out:
        while chunk := stream.read(1 << 20):
            size += len(chunk)
            if size > most:
                raise zipfile.BadZipFile(f"it unpacks to more than {most} bytes")
            out.write(chunk)
    return size


@dataclass
class Manifest:
    """What a package says of its files; `problems` are what contradicts its own bytes."""

    package: zipfile.ZipFile
    file: str
    problems: list[Problem] = field(default_factory=list)
    _stated: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        names = set(self.package.namelist())
        if _MANIFEST not in names:
            return  # packages of the first days had none
        try:
            told = self._read(_MANIFEST)
            resources = json.loads(told)["resources"]
            self._stated = {str(one["path"]): one for one in resources}
        except (*UNPACKED, KeyError, TypeError, AttributeError, RecursionError) as error:
            self._problem(_MANIFEST, f"the manifest cannot be read ({error}); its files are not held against it")
            return
        self._check_signed(names, told)
        for path in sorted(self._stated.keys() - names):
            self._problem(path, "the manifest names this file, and the package does not hold it")
        unnamed = {
            name for name in names if name.startswith("archive/") and not name.endswith("/")
        } - self._stated.keys()
        for name in sorted(unnamed if self._stated else ()):
            self._problem(name, "the package holds this file, and its manifest does not name it")

    def denies(self, name: str, unpacked: Path) -> str | None:
        """Why the manifest contradicts this file, unpacked there; None where it does not."""
        stated = self._stated.get(name, {})
        size = stated.get("bytes")
        if isinstance(size, int) and size != unpacked.stat().st_size:
            return f"its manifest says {size} bytes, it has {unpacked.stat().st_size}"
        algorithm, _, value = str(stated.get("hash") or "").partition(":")
        if algorithm not in ("sha256", "sha512", "sha1", "md5"):
            return None  # none stated, or one that cannot be computed here
        with unpacked.open("rb") as stream:
            found = hashlib.file_digest(stream, algorithm).hexdigest()
        return None if found == value.lower() else f"its manifest says {algorithm}:{value[:64]}, its bytes have {found}"

    def _check_signed(self, names: set[str], told: bytes) -> None:
        if _SIGNED not in names:
            return
        try:
            stated = json.loads(self._read(_SIGNED))["hash"]
            algorithm, _, value = str(stated).partition(":")
            found = hashlib.new(algorithm, told).hexdigest()
        except (*UNPACKED, KeyError, TypeError, AttributeError, RecursionError) as error:
            self._problem(_SIGNED, f"the digest of the manifest cannot be read ({error})")
            return
        if found != value.lower():
            self._problem(_SIGNED, f"says {str(stated)[:80]} of {_MANIFEST}, which has {algorithm}:{found}")

    def _read(self, name: str) -> bytes:
        with self.package.open(name) as stream:
            told = stream.read(_LARGEST + 1)
        if len(told) > _LARGEST:
            raise ValueError(f"it has more than {_LARGEST} bytes")
        return told

    def _problem(self, name: str, reason: str) -> None:
        self.problems.append(Problem(stage="archive", subject=f"{self.file}:{name}", reason=reason))
