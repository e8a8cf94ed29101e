"""The only room that opens a connection: web -> captures, politely. Scrapy runs in a process of its own."""

from dalel.crawler.collecting import CrawlFailed, collect
from dalel.crawler.reports import CollectOptions, CollectReport, SourceReport

__all__ = ["CollectOptions", "CollectReport", "CrawlFailed", "SourceReport", "collect"]
