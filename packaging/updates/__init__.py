"""The repository that installed desks ask for new versions: signed metadata over plain files."""
