"""The number grammar: from a position with a digit or a number word to an exact value, its unit and its modality.

finding is the door, rows the one for JSON Lines; reader goes through a text and ties the rest together.
words know what a word does; numbers read digits, number words and fractions; special and ordinary put together what
stands at a place, surroundings what stands around it: units (what is counted), bounds (how far it is exact), excluded
(what is no quantity). joined are two numbers that belong together, lent is a unit that was named once and left out.
Words come from languages/<language>/numbers.toml and nouns.toml and from vocabulary/units.toml.
"""
