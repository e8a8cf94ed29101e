"""The report as a site: static pages in three languages that any server or file:// shows, and nothing loaded elsewhere.

write(edition, folder) -> path                     all pages of a run: the same bytes whatever was built before
region_page(folder, code, language) -> path
embedded_card(edition, passport, language, folder) -> the passport of one number, for a notebook
paragraph(edition, frame, language, here) -> what is weightiest of some claims, in sentences
"""

from dalel.publishing.site.cards import embedded_card
from dalel.publishing.site.edition import Edition
from dalel.publishing.site.stories import paragraph
from dalel.publishing.site.writing import region_page, write

__all__ = ["Edition", "embedded_card", "paragraph", "region_page", "write"]
