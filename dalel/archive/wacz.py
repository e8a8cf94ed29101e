"""The archive as one WACZ file, to hand on: WARC files, index, list of pages and digests in a zip (WACZ 1.1.1).

The same archive gives the same bytes: entries are sorted and dated 1980-01-01, the earliest that zip can write.

Written here and not by the `wacz` library (0.6.0, tried 2026-11-21), because that dates the package by the clock,
makes the index anew without what ours knows (roles, decoded digests), wrote no list of pages of our archive, is a
command line rather than a library, and brings eight packages for one zip file. `wacz validate` finds our packages
valid, which a test repeats where it is installed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dalel import files
from dalel.archive import cdxj
from dalel.archive.captures import history, warcs
from dalel.errors import EmptyArchive, InvalidValue, UnwritableHome

_BLOCK = 3000  # lines of the index that are packed together, as others do
_EPOCH = (1980, 1, 1, 0, 0, 0)
_PAGES = {"format": "json-pages-1.0", "id": "pages", "title": "All pages"}


def export(raw: Path, target: Path, sources: Sequence[str] = ()) -> Path:
    """Writes the archive (of these sources, or all) to `target`, a file named *.wacz that does not exist yet.

    Raises EmptyArchive, InvalidValue (the name, or a file of that name), UnwritableHome.
    """
    if target.suffix != ".wacz" or target.exists():
        raise InvalidValue(f"{target}: give the name of a new file that ends in .wacz")
    chosen = [warc for warc in warcs(raw) if not sources or warc.parent.name in sources]
    if not chosen:
        raise EmptyArchive(f"{raw}: no archived file to export" + (f" for {', '.join(sources)}" if sources else ""))
    listed = [(source, entry) for source, entry in history(raw)[0] if not sources or source in sources]
    try:
        with files.whole(target) as part, zipfile.ZipFile(part, "w") as package:
            _fill(package, chosen, listed)
    except OSError as error:
        raise UnwritableHome(str(files.unwritable(target, error))) from error
    return target


def _fill(package: zipfile.ZipFile, chosen: list[Path], listed: list[tuple[str, cdxj.Entry]]) -> None:
    resources = [_add_file(package, f"archive/{warc.parent.name}-{warc.name}", warc) for warc in chosen]
    index = sorted(cdxj.line(_renamed(source, entry)) for source, entry in listed)
    packed, places = _in_blocks(index)
    resources.append(_add(package, "indexes/index.cdx.gz", packed))
    resources.append(_add(package, "indexes/index.idx", places))
    rows = [_PAGES, *(_page(entry) for _, entry in listed if _is_page(entry))]
    text = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
    resources.append(_add(package, "pages/pages.jsonl", text.encode("utf-8")))
    newest = max(entry.captured_at for _, entry in listed)
    described: dict[str, Any] = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "software": "dalel",
        "created": newest.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "resources": resources,
    }
    package_json = json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True).encode("utf-8")
    digest = _add(package, "datapackage.json", package_json)["hash"]
    signed = json.dumps({"path": "datapackage.json", "hash": digest}, indent=2).encode("utf-8")
    _add(package, "datapackage-digest.json", signed)


def _in_blocks(index: list[str]) -> tuple[bytes, bytes]:
    """The index in gzip members, and the list that says where each begins: so a reader need not unpack it all."""
    packed = b""
    places = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}']
    for start in range(0, len(index), _BLOCK):
        block = gzip.compress("".join(f"{line}\n" for line in index[start : start + _BLOCK]).encode("utf-8"), mtime=0)
        key, stamp, _ = index[start].split(" ", 2)
        digest = f"sha256:{hashlib.sha256(block).hexdigest()}"
        place = {"offset": len(packed), "length": len(block), "digest": digest, "filename": "index.cdx.gz"}
        places.append(f"{key} {stamp} {json.dumps(place)}")
        packed += block
    return packed, "".join(f"{place}\n" for place in places).encode("utf-8")


def _renamed(source: str, entry: cdxj.Entry) -> cdxj.Entry:
    fields = {name: getattr(entry, name) for name in entry.__dataclass_fields__}
    return cdxj.Entry(**{**fields, "filename": f"{source}-{entry.filename}"})


def _is_page(entry: cdxj.Entry) -> bool:
    return entry.role == "page" and entry.status == 200 and entry.mime != cdxj.REVISIT


def _page(entry: cdxj.Entry) -> dict[str, str]:
    stamp = entry.captured_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"id": entry.sha256[:16], "url": entry.url, "ts": stamp, "title": entry.url}


def _add(package: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Any]:
    package.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    return _resource(name, hashlib.sha256(content).hexdigest(), len(content))


def _add_file(package: zipfile.ZipFile, name: str, file: Path) -> dict[str, Any]:
    with package.open(zipfile.ZipInfo(name, _EPOCH), "w", force_zip64=True) as inside, file.open("rb") as stream:
        digest, size = hashlib.sha256(), 0
        while chunk := stream.read(1 << 20):
            inside.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return _resource(name, digest.hexdigest(), size)


def _resource(name: str, digest: str, size: int) -> dict[str, Any]:
    return {"name": name.rsplit("/", 1)[-1], "path": name, "hash": f"sha256:{digest}", "bytes": size}
