"""Where a crawl begins: a source's own ways in, its search, addresses from a list, or what a web archive kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

from dalel import clock
from dalel.crawler import mementos
from dalel.crawler.addresses import host_of, normalise
from dalel.crawler.reports import CollectOptions
from dalel.crawler.series import ROWS, Question
from dalel.errors import InvalidValue, UnreadableFile
from dalel.sources import GraphQL, Source

QUERY = re.compile(r"\{query(?::(kk|ru|en))?\}")  # in a search address: the words looked for, perhaps of one language
DAY = "{day}"  # in the address of a page that is data: the day as dd.mm.yyyy
MAX_DAYS = 3660  # ten years of a daily series in one crawl
GENERIC = "web"  # id of the source of addresses whose host no source has


@dataclass(frozen=True, slots=True)
class Start:
    """A first request: the role of what it asks for, and the query where it is a search."""

    source: str
    role: str
    address: str
    query: str | None = None
    question: Question | None = None  # of data that comes in pages


def starts(sources: Sequence[Source], options: CollectOptions) -> Iterator[Start]:
    """All first requests of a crawl, by source."""
    for source in sources:
        own = [url for url in options.addresses if has_host(source, host_of(url))]
        if options.web_archive:
            for url in own if options.addresses else source.hosts:
                yield Start(source.id, "cdx", mementos.question(options.web_archive, url, options.limit))
        elif options.addresses:
            yield from (Start(source.id, "page", url) for url in own)
        elif options.searching:
            for address in source.searches:
                for query in options.queries_for(source, _language(address)):
                    yield Start(source.id, "search", QUERY.sub(quote(query, safe=""), address), query)
        else:
            yield from _own_ways(source, _days(options))


def _language(search: str) -> str | None:
    """The language whose words a search is asked; None for all languages of its source."""
    found = QUERY.search(search)
    return found[1] if found else None


def _days(options: CollectOptions) -> list[date]:
    """The days that are asked for: from `since` to `until`; today where neither is given."""
    last = options.until or clock.now().date()
    first = min(options.since or last, last)
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def check_days(sources: Sequence[Source], options: CollectOptions) -> None:
    """InvalidValue where a source that is asked day by day would be asked for more than MAX_DAYS of them."""
    if options.addresses or options.searching or options.web_archive:
        return
    for source in sources:
        if any(DAY in address for address in source.pages) and (days := len(_days(options))) > MAX_DAYS:
            raise InvalidValue(
                f"{source.id} is asked day by day, and {days} days are more than the {MAX_DAYS} of one crawl; "
                "give a later --since, or an --until, and collect the rest afterwards"
            )


def _own_ways(source: Source, days: Sequence[date]) -> Iterator[Start]:
    yield from (Start(source.id, "feed", address) for address in source.feeds)
    yield from (Start(source.id, "sitemap", address) for address in source.sitemaps)
    yield from (Start(source.id, "listing", address) for address in source.listings)
    yield from (Start(source.id, "api", address) for address in source.apis)
    for address in source.pages:
        for day in days if DAY in address else days[:1]:
            yield _rows(source, address.replace(DAY, day.strftime("%d.%m.%Y")))
    yield from (_rows(source, way) for way in source.graphql)


def _rows(source: Source, way: str | GraphQL) -> Start:
    question = Question(way)
    return Start(source.id, ROWS, question.address, question=question)


def has_host(source: Source, host: str) -> bool:
    """Whether a host, with or without "www.", belongs to a source."""
    return any(host in (home, f"www.{home}") for home in source.hosts)


def source_for(sources: Sequence[Source], url: str) -> str:
    """The id of the source that an address belongs to; that of the generic one where nobody declared its host."""
    return next((source.id for source in sources if has_host(source, host_of(url))), GENERIC)


def for_addresses(sources: Sequence[Source], addresses: Sequence[str]) -> list[Source]:
    """The sources that the addresses belong to, and one for all hosts that nobody declared; sorted by id."""
    hosts = {host_of(url) for url in addresses}
    chosen = [source for source in sources if any(has_host(source, host) for host in hosts)]
    strange = tuple(sorted(host for host in hosts if not any(has_host(source, host) for source in chosen)))
    if strange:
        names = {"kk": "Басқа сайттар", "ru": "Другие сайты", "en": "Other sites"}
        chosen.append(
            Source(
                id=GENERIC, names=names, owner="various", kind="outlet", languages=("kk", "ru", "en"),
                scripts=("Cyrl", "Latn", "Arab"), hosts=strange, at_least=0,
            )
        )  # fmt: skip
    return sorted(chosen, key=lambda source: source.id)


def read_addresses(file: Path) -> tuple[str, ...]:
    """The addresses of a text file, one a line, in its order, each once; empty lines and `#` remarks are passed over.

    Raises UnreadableFile, or InvalidValue with the number of the line that holds no web address.
    """
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise UnreadableFile(f"{file}: cannot be read ({error.strerror}); check name and permissions") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{file}: is no UTF-8 text; save it as UTF-8, one address a line") from error
    found: dict[str, None] = {}
    for number, line in enumerate(lines, start=1):
        if not (text := line.strip()) or text.startswith("#"):
            continue
        if (url := normalise(text)) is None:
            raise InvalidValue(
                f"{file.name}, line {number}: {text[:80]!r} is no web address; write http://… or https://…"
            )
        found[url] = None
    if not found:
        raise UnreadableFile(f"{file}: holds no address; write one a line")
    return tuple(found)
