"""The Joomla-like hosts of the sample newsroom (newsroom/sites/joomla.py): RSS and Atom at the list's own address."""

from dalel.sources import Landmarks, Source

HOSTS = ("24.example", "bestnews.example", "khabar.example", "www.samal-akparat.example")

SOURCE = Source(
    id="sample-joomla",
    names={
        "kk": "Үлгі редакция: Joomla сайттары",
        "ru": "Учебная редакция: сайты на Joomla",
        "en": "Sample newsroom: Joomla sites",
    },
    owner="dalel",
    kind="outlet",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=HOSTS,
    feeds=tuple(f"http://{host}/news?format=feed&type=atom" for host in HOSTS),
    listings=tuple(f"http://{host}/news?start=0" for host in HOSTS),
    article=r"^http://[^/]+/(?:(?:[a-z-]+/)+item/\d+-[^/?]+|kazakhstan/\d+-[^/?]+(?:\?tmpl=amp)?)$",
    landmarks=(
        Landmarks(
            title="h1.itemTitle",
            published=".itemHeader .itemDateCreated",
            body="div.itemFullText",
            drop=(".read-more-block",),
            optional=("published",),  # some of its pages print no date
        ),
    ),
    at_least=4,
    sample=True,
)
