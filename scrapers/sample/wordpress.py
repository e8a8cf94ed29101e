"""The WordPress-like hosts of the sample newsroom (newsroom/sites/wordpress.py)."""

from dalel.sources import Landmarks, Source

HOSTS = (
    "alautv.example",
    "aqtobegazeti.example",
    "aqtobetv.example",
    "avto.example",
    "baribar.example",
    "bizmedia.example",
    "didarbek.example",
    "elitar.example",
    "elordainfo.example",
    "jjtv.example",
    "kazpravda.example",
    "kz.kursiv.example",
    "kz.otyrar.example",
    "kzvesti.example",
    "mailnews.example",
    "matritca.example",
    "mtrk.example",
    "qazinform.example",
    "qazweek.example",
    "ru.newsroom.example",
    "zonakz.example",
)
ADDRESS = (
    r"/\?p=\d+",  # without permalinks
    r"/\d{4,6}/[^/?]+/?",
    r"(?:/[a-z]{2})?/\d{4}/\d{2}(?:/\d{2})?/[^/?]+/?",
    r"/en/\d{4}-\d{2}-\d{2}/[^/?]+/?",
    r"/(?:obrazovanie|vse-materialy/[a-z]+)/[^/?]+-[^/?]+",
)

SOURCE = Source(
    id="sample-wordpress",
    names={
        "kk": "Үлгі редакция: WordPress сайттары",
        "ru": "Учебная редакция: сайты на WordPress",
        "en": "Sample newsroom: WordPress sites",
    },
    owner="dalel",
    kind="outlet",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=HOSTS,
    feeds=tuple(f"http://{host}/feed/" for host in HOSTS),
    sitemaps=tuple(f"http://{host}/wp-sitemap.xml" for host in HOSTS),
    listings=tuple(f"http://{host}/" for host in HOSTS),
    article=rf"^http://[^/]+(?:{'|'.join(ADDRESS)})$",
    landmarks=(
        Landmarks(
            title="h1.entry-title",
            published=".entry-meta .entry-date",
            body="div.entry-content",
            drop=(".sharedaddy", ".read-also", ".has-text-align-center"),
            optional=("published",),  # some of its pages print no date
        ),
    ),
    at_least=21,
    sample=True,
)
