"""Suites that try to break the project: mutated data, mutated files, faults injected while it is used.

Each runs whole by a make target and in a short form in `make test`; each prints its seed.
"""
