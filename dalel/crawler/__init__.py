"""The only room that opens a connection: web -> captures, politely. Scrapy runs in a process of its own."""

from dalel.crawler.collecting import CrawlFailed, Interrupted, collect
from dalel.crawler.posting import post
from dalel.crawler.reports import CollectOptions, CollectReport, SourceReport
from dalel.crawler.starting import read_addresses, source_for

__all__ = [
    "CollectOptions",
    "CollectReport",
    "CrawlFailed",
    "Interrupted",
    "SourceReport",
    "collect",
    "post",
    "read_addresses",
    "source_for",
]
