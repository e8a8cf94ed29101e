"""The single-page hosts of the sample newsroom (newsroom/sites/api.py): the list and each item come as JSON."""

from dalel.sources import Source

HOSTS = ("ernur.example", "oqu.example", "primeminister.example")
NEWS = "/api/v1/public/content-manager/news"

SOURCE = Source(
    id="sample-api",
    names={
        "kk": "Үлгі редакция: JSON API",
        "ru": "Учебная редакция: JSON API",
        "en": "Sample newsroom: JSON API",
    },
    owner="dalel",
    kind="official",
    languages=("en", "kk", "ru"),
    scripts=("Cyrl", "Latn"),
    hosts=HOSTS,
    apis=tuple(f"http://{host}{NEWS}?page={{page}}&size=10" for host in HOSTS),
    article=rf"^http://[^/]+{NEWS}/\d+$",
    at_least=3,
    sample=True,
    notes="An item of the list at <api>?page=<n>&size=10 is served by itself at <api>/<id>; that is what is archived.",
)
