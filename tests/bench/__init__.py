"""`make bench`: speed and size, against what a user would take instead. See `__main__` for the parts."""
