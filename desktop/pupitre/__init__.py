"""Pupitre: the desk of people who answer a site's visitors."""

__version__ = "0.1.0"
