"""Puts the pieces together; the only place that names concrete ones."""
