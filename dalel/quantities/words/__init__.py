"""Words of a language as the grammar knows them.

number_words looks them up by their form; entries, listed and endings make them from the word files; trigger and
prepared find where to look in a text; preceding is what stands before a number.
"""
