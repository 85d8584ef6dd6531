"""The site built by Zensical instead of MkDocs and Material: proof that the project outlives both."""
