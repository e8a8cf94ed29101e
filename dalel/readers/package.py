"""Office Open XML files (ECMA-376: .docx, .xlsx) as hostile zip archives of XML: limits, no entities."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from lxml import etree

from dalel.errors import UnreadableDocument

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 64 * 1024 * 1024  # bytes, unpacked
LARGEST_PACKAGE = 160 * 1024 * 1024  # bytes of all members read, unpacked
_ZIP = b"PK\x03\x04"


@dataclass(slots=True)
class Package:
    """An opened archive; `xml` reads its parts, counting what was unpacked."""

    archive: zipfile.ZipFile
    unpacked: int = 0

    def names(self) -> list[str]:
        return sorted(self.archive.namelist())

    def xml(self, name: str) -> etree._Element:
        """The root of a part; UnreadableDocument where it is missing, too large, damaged, or declares entities."""
        data = self._bytes(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise UnreadableDocument(
                f"its part {name} declares entities, which office files do not; do not trust this file"
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableDocument(f"its part {name} is damaged ({error}); get the file again") from error

    def _bytes(self, name: str) -> bytes:
        try:
            with self.archive.open(name) as part:
                data = part.read(LARGEST_MEMBER + 1)
        except KeyError as error:
            raise UnreadableDocument(f"it lacks its part {name}; get the file again") from error
        except (
            zipfile.BadZipFile,
            zlib.error,
            struct.error,
            EOFError,
            OSError,
            ValueError,
            NotImplementedError,
        ) as error:
            raise UnreadableDocument(f"its part {name} cannot be unpacked ({error}); get the file again") from error
        except RuntimeError as error:  # zipfile's error for a password
            raise UnreadableDocument("it is encrypted; ask for a copy without a password") from error
        self.unpacked += len(data)
        if len(data) > LARGEST_MEMBER or self.unpacked > LARGEST_PACKAGE:
            raise UnreadableDocument(
                f"it unpacks to more than {LARGEST_MEMBER} bytes in {name}: a zip bomb, or no document"
            )
        return data


def is_package(payload: bytes, folder: bytes) -> bool:
    """Whether `payload` is a zip with parts under `folder` ("word/"), by the names in it, damaged or not."""
    return payload.startswith(_ZIP) and folder in payload


@contextmanager
def opened(payload: bytes) -> Iterator[Package]:
    """The archive in `payload`; UnreadableDocument where it is damaged or has too many members."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(payload))
    except (zipfile.BadZipFile, struct.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableDocument(f"it is damaged or cut off ({error}); get the file again") from error
    with archive:
        if len(archive.infolist()) > MOST_MEMBERS:
            raise UnreadableDocument(f"it has more than {MOST_MEMBERS} parts: no office document")
        yield Package(archive)
