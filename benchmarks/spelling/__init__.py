"""Numbers written out in Russian, Kazakh and English, to be read back.

Written from grammars, on purpose without anything of dalel: a mistake shared by speller and reader would not show.
"""
