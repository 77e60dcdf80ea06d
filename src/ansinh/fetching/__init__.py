"""Addresses -> bytes: polite, bounded downloads, of which one snapshot is kept beside the store."""
