"""The AMP hosts of the sample newsroom (newsroom/sites/amp.py): a compressed sitemap behind an index."""

from dalel.sources import Landmarks, Source

HOSTS = (
    "ar.egemen.example",
    "baigenews.example",
    "baq.example",
    "en.inform.example",
    "informburo.example",
    "lat.egemen.example",
    "qz.inform.example",
    "rus.baq.example",
)

SOURCE = Source(
    id="sample-amp",
    names={
        "kk": "Үлгі редакция: AMP беттері",
        "ru": "Учебная редакция: страницы AMP",
        "en": "Sample newsroom: AMP pages",
    },
    owner="dalel",
    kind="agency",
    languages=("en", "kk", "ru"),
    scripts=("Arab", "Cyrl", "Latn"),
    hosts=HOSTS,
    sitemaps=tuple(f"http://{host}/sitemap.xml" for host in HOSTS),
    listings=tuple(f"http://{host}/lenta/?page=1" for host in HOSTS),
    article=r"^http://[^/]+/amp/(?:[a-z]+/)*[^/?]+-[^/?]+/?$",
    landmarks=(
        Landmarks(
            title="h1.amp-title",
            published=".amp-info .amp-date",
            body="div.amp-content",
            drop=(".amp-readmore",),
            optional=("published",),  # some of its pages print no date
        ),
    ),
    at_least=17,
    sample=True,
)
