"""Taldau, the statistics system of the Bureau of National Statistics."""

from dalel.sources import Source

SOURCE = Source(
    id="taldau",
    names={
        "kk": "«Талдау» ақпараттық-статистикалық жүйесі",
        "ru": "Информационно-аналитическая система «Талдау»",
        "en": "Taldau statistics system",
    },
    owner="Bureau of National Statistics",
    kind="official",
    record="statistics",
    languages=("kk", "ru"),
    scripts=("Cyrl",),
    hosts=("taldau.stat.gov.kz",),
    article=r"^https://taldau\.stat\.gov\.kz/(?:ru|kk|en)/Api/GetIndexData/\d+\?period=\d+&dics=[\d,]+$",
    at_least=0,
    notes=(
        "untried: period 4 or 5 for a quarter, 2 or 8 for a month (7 is a year); dics 67 or 68 for the regions. "
        "Series are asked for by address: /ru/Api/GetIndexData/<index>?period=<p>&dics=<d,…>, from a list of "
        "addresses in a file. The country is the term 741880."
    ),
)
