"""The records of the handbook: what a YAML file may say. Standard library only.

`fields` holds the building blocks, `ids` the id patterns, the other modules one
family of records each, and `files` says which file holds which record.
"""
