"""The DataLife-like hosts of the sample newsroom (newsroom/sites/datalife.py); two of them have broken feeds."""

from dalel.sources import Landmarks, Source

HOSTS = (
    "infozakon.example",
    "old.buqara.example",
    "qaz.infozakon.example",
    "vlast.example",
    "www.enbekshiqazaq.example",
    "zakon.example",
)

SOURCE = Source(
    id="sample-datalife",
    names={
        "kk": "Үлгі редакция: DataLife сайттары",
        "ru": "Учебная редакция: сайты на DataLife",
        "en": "Sample newsroom: DataLife sites",
    },
    owner="dalel",
    kind="outlet",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=HOSTS,
    feeds=tuple(f"http://{host}/rss.xml" for host in HOSTS),
    sitemaps=tuple(f"http://{host}/sitemap.xml" for host in HOSTS),
    listings=tuple(f"http://{host}/lastnews/" for host in HOSTS),
    article=r"^http://[^/]+/(?:post/[^/?]+|(?:[a-z]+/){1,2}\d+-[^/?]+\.html)$",
    landmarks=(
        Landmarks(
            title="h1.post-title",
            published=".post-info .post-date",
            body="div.full-text",
            drop=(".inner-related",),
            optional=("published",),  # some of its pages print no date
        ),
    ),
    at_least=7,
    sample=True,
)
