"""What is done page by page: pure work, remembered by content, on one core, on all of them or on a cluster.

    work         one piece after another, each by itself: its value, or the problem that it became
    pages        the two pieces there are: bytes -> document, document -> claims
    ingredients  a digest of just the code, words and libraries that a stage uses
    kept         results by content, in a bounded file of this machine; a damaged one is made anew
    remembering  what is kept, and the rest made
    executors    where work is done: in this process, in several (processes), on a Dask cluster (cluster)
    extracting   step 3 of the recipe

The recipe itself, with the steps that look across pages, is dalel/pipeline.py.
"""
