"""Word files of forms and guides, by python-docx: Japanese, A4, real headings, blanks that can be tabbed through."""
