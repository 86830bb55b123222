"""Typed frames and their bytes."""
