"""What search engines for data read: schema.org Dataset, as JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pandas as pd
from markupsafe import Markup

from dalel.publishing import names, prose
from dalel.publishing.site.edition import Edition
from dalel.publishing.wording import label

TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
LICENCE = "https://spdx.org/licenses/MIT.html"


def dataset(edition: Edition, frame: pd.DataFrame, view: str, language: str) -> Markup:
    """A Dataset about the rows of `view` ("all", a region's code or a topic's id), safe inside <script>."""
    regions = sorted(set(frame["region"].dropna())) or ["KZ"]
    days = sorted(day[:10] for day in frame["as_of"].dropna() if day[:4].isdigit())
    name = _name(view, language)
    made: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": ("SAMPLE · " if edition.evidence.sample else "") + f"dalel: {name}",
        "description": str(prose.says(language)["description"]).format(about=name),
        "inLanguage": language,
        "license": LICENCE,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": "dalel"},
        "spatialCoverage": [
            {"@type": "Place", "name": names.region(code, language), "identifier": code} for code in regions
        ],
        "variableMeasured": [names.indicator(one, language) for one in sorted(set(frame["indicator"].dropna()))],
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": media, "contentUrl": f"downloads/{view}.{kind}"}
            for kind, media in TYPES.items()
        ],
        "isBasedOn": sorted(set(frame["url"].dropna())),
    }
    if edition.evidence.sample:
        made["keywords"] = [label("sample_keyword", language)]
    if days:
        made["temporalCoverage"] = f"{days[0]}/{days[-1]}"
    return embedded(made)


def embedded(made: Mapping[str, Any]) -> Markup:
    """JSON that may stand in a <script> element: nothing in it can end the element."""
    text = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace("&", "\\u0026"))  # what could end it is escaped


def _name(view: str, language: str) -> str:
    if view == "all":
        return str(prose.says(language)["about_all"])
    return names.region(view, language) if view in names.region_order() else names.indicator(view, language)
