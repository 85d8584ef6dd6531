"""Growth: the project with many times its records, so that what is quadratic shows before the data has grown."""
