"""The training kit: slides, handouts and the offline site, made from the same records as the pages.

`python -m macros.kit` (make kit) writes dist/ and puts the files into the built site.
"""
