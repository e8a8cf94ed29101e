"""The spell-checker for numbers in one's own text: a manuscript beside the claims of the archive.

    manuscripts   a file as given -> text, documents, and the way back to its offsets
    concepts      words -> things that three languages share; subjects: what a claim is about, as such things
    index         claims of the archive by what they are about; meant: which of them a number means
    differences   what two claims say differently; arithmetic: numbers that follow from others
    checking      all of it in order: a manuscript -> marks

Nothing here reads numbers: `dalel.claims` does.
"""
