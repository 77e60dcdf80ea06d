"""Mentions -> figures with group, place, period and document; outcomes; relations; policies; the whole extraction."""

from ansinh.relating.extracting import extract_original, extract_text

__all__ = ["extract_original", "extract_text"]
