"""Kazakh in Latin or Arabic script, folded to Cyrillic, with offset maps in both directions.

    folded = fold("500 myńǵa jýyq")        folded.text == "500 мыңға жуық"
    folded.original(4) == 4                 offset in the folded text -> offset in the text as given

Case is kept where a letter has one. Cyrillic text passes through (the same object, no map) but for invisible
characters and Latin letters typed for Cyrillic ones inside a word ("Жетicу"). The spelling is a best guess, since
Latin and Arabic spell several Cyrillic letters alike; `skeleton` makes both sides of a comparison as vague.

Sources: decree of the President of Kazakhstan No. 637 of 19 February 2018 (Latin with acutes), the alphabet draft of
28 January 2021 and its practice (umlauts, breve, cedilla), the Arabic alphabet of A. Baitursynuly (1924, "tote jazu").
"""

from dalel.transliteration.folding import Folded, fold
from dalel.transliteration.letters import skeleton

__all__ = ["Folded", "fold", "skeleton"]
