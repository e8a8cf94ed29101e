"""One file for strangers: claims, a chart or a region -> everything that it takes to check them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dalel import archive, desk, identity, paths, pipeline
from dalel.errors import InvalidValue, UnknownClaim, UnknownName
from dalel.ledger import Run
from dalel.records import Claim, Document

if TYPE_CHECKING:
    from dalel.publishing.bundle import Packed

MOST = 500  # numbers in one bundle: more is a data package, for which there is `dalel archive export`


def bundle(space: paths.Workspace, asked: Sequence[str], language: str) -> bytes:
    """The bundle of these claims (ids), charts (region/name, as in figures/) or regions (codes), as one HTML file.

    UnknownClaim, UnknownName or InvalidValue where one of them is none.
    """
    from dalel.publishing import bundle as made
    from dalel.publishing.parameters import check_value

    run = pipeline.refresh(space)
    ids: list[str] = []
    tables: list[dict[str, str]] = []
    for one in asked:
        found, drawn = _asked(space, run, one)
        ids += found
        tables += drawn
    wanted = list(dict.fromkeys(ids))
    if not 0 < len(wanted) <= MOST:
        raise InvalidValue(f"{' '.join(asked)}: {len(wanted)} numbers; a bundle holds 1 to {MOST}")
    return made.page(_packed(space, run, wanted, tables), check_value("language", language))


def _asked(space: paths.Workspace, run: Run, one: str) -> tuple[list[str], list[dict[str, str]]]:
    from dalel import regions
    from dalel.publishing import tables
    from dalel.publishing.evidence import find_claim

    chart = _chart(space, one)
    if chart is not None:
        return _ids_in(chart), [_table(space, chart)]
    if one.strip("/").rpartition("/")[2] in regions.load_regions():
        frame = tables.of_region(tables.joined(run), one.strip("/").rpartition("/")[2])
        return sorted(frame["claim_id"]), []
    try:
        return [find_claim(run, one).claim_id], []
    except UnknownClaim as error:
        drawn = [path.relative_to(space.figures).with_suffix("").as_posix() for path in space.figures.glob("*/*.csv")]
        if "/" in one and drawn:
            raise UnknownName("chart", one, sorted(drawn)) from error
        raise


def _chart(space: paths.Workspace, one: str) -> Path | None:
    """The numbers of a chart that is named as figures/KZ-43/name.svg, KZ-43/name or by any of its files."""
    region, _, name = one.removesuffix("/").replace("\\", "/").rpartition("/")
    stem = name.rsplit(".", 1)[0] if name.endswith((".svg", ".png", ".csv", ".json")) else name
    folder = region.rpartition("/")[2]
    if not (paths.SLUG.fullmatch(stem) and paths.SLUG.fullmatch(folder)):
        return None
    path = space.charts(folder) / f"{stem}.csv"
    return path if path.is_file() else None


def _ids_in(chart: Path) -> list[str]:
    from dalel.store.cells import from_csv

    header, rows = from_csv(chart.read_bytes(), chart.name)
    at = header.index("claim_ids")
    return [claim_id for row in rows for claim_id in (row[at] or "").split()]


def _table(space: paths.Workspace, chart: Path) -> dict[str, str]:
    content = chart.read_bytes()
    picture = chart.with_suffix(".svg")
    return {
        "name": chart.relative_to(space.figures).with_suffix("").as_posix(),
        "csv": content.decode("utf-8"),
        "sha256": hashlib.sha256(content).hexdigest(),
        "svg": base64.b64encode(picture.read_bytes()).decode("ascii") if picture.is_file() else "",
    }


def _packed(space: paths.Workspace, run: Run, ids: Sequence[str], tables: Sequence[dict[str, str]]) -> Packed:
    from dalel import review
    from dalel.publishing import passports
    from dalel.publishing.bundle import Packed

    claims = {claim.claim_id: claim for claim in run.claims}
    chosen = [claims[claim_id] for claim_id in ids]
    pages = {claim.document_id for claim in chosen}
    captures = [capture for capture in run.captures if capture.capture_id in pages]
    fresh = desk.looked_up(space, run, ids)
    return Packed(
        title=tables[0]["name"] if tables else ids[0] if len(ids) == 1 else f"{len(ids)}: {ids[0]} …",
        passports=list(passports.build_all(fresh, chosen, review.read(space.reviews)[0])),
        identities=_identities(run, chosen),
        documents=[document for document in run.documents if document.document_id in pages],
        captures=[(capture, archive.read_record(space.raw, capture)) for capture in captures],
        tables=tables,
        seal=_seal(space),
    )


def _identities(run: Run, chosen: Sequence[Claim]) -> dict[str, dict[str, Any]]:
    """What each id is made of, so that a stranger can make it again."""
    wanted = {claim.claim_id for claim in chosen}
    stated: dict[str, list[Claim]] = {}
    for claim in (*run.claims, *run.sightings):
        stated.setdefault(claim.document_id, []).append(claim)
    found: dict[str, dict[str, Any]] = {}
    for document in run.documents:
        for claim in stated.get(document.document_id, ()):
            if claim.claim_id in wanted:
                found.setdefault(claim.claim_id, _identity(document, claim))
    return found


def _identity(document: Document, claim: Claim) -> dict[str, Any]:
    told = identity.stated(document, claim)
    address = document.address or identity.own_address(document)
    which = next(
        (number for number in range(1, 10_000) if identity.claim_id(address, told, number) == claim.claim_id), 0
    )
    return {"address": address, "field": told.field, "sentence": told.sentence, "number": told.number, "which": which}


def _seal(space: paths.Workspace) -> dict[str, str] | None:
    """The seal that was made last, where there is one."""
    beside = space.processed / "seal.txt"
    root = beside.read_text("utf-8").strip() if beside.is_file() else ""
    path = space.home / "data" / "seals" / f"{root}.txt"
    return {"root": root, "list": path.read_text("utf-8")} if root and path.is_file() else None
