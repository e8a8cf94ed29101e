"""Adilet, the database of legal acts, in its older form that serves whole pages."""

from dalel.sources import Source

SOURCE = Source(
    id="adilet",
    names={
        "kk": "«Әділет» ақпараттық-құқықтық жүйесі",
        "ru": "Информационно-правовая система «Әділет»",
        "en": "Adilet legal information system",
    },
    owner="Ministry of Justice",
    kind="official",
    record="law",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=("old.adilet.zan.kz",),
    article=r"^https://old\.adilet\.zan\.kz/(?:rus|kaz|eng)/docs/[KZPVG]\w+$",
    at_least=0,
    notes=(
        "Acts are asked for by address (a list of addresses from a file); there is no list to follow. "
        "old.adilet.zan.kz serves whole pages, always the current redaction (2026-09-27); adilet.zan.kz is a "
        "single-page site whose API needs a key. untried: the markup is unknown."
    ),
)
