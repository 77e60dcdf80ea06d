"""Short made-up articles as text, for what needs files."""

from __future__ import annotations

from pathlib import Path

SOUND = """Health cards in Quang Ninh
As of May 31, 2025, Quang Ninh province has issued health insurance cards to {people} people in poor households under \
Resolution No. 7/2025/NQ-HDND of the Provincial People's Council.
"""
# a period that ends before it starts: a figure that no shape lets pass
ODD = """Health cards in Quang Ninh
From June 2025 to March 2023, Quang Ninh province issued health insurance cards to 500 people in poor households.
"""
SOURCE = "Source: https://{host}/tin/the-bao-hiem-123.html\n"


def write(folder: Path, name: str, text: str = SOUND, people: str = "1,200", host: str | None = None) -> Path:
    """Write an article and return its path."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    told = text.replace("{people}", people) + (SOURCE.replace("{host}", host) if host else "")
    path.write_text(told, encoding="utf-8")
    return path
