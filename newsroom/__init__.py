"""The sample newsroom: 66 retold pages served on loopback as several kinds of news site. Not imported by dalel."""

from newsroom.pages import Gold, Page, load_gold, load_pages
from newsroom.server import serve

__all__ = ["Gold", "Page", "load_gold", "load_pages", "serve"]
