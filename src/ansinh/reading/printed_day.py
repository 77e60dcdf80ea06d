"""A day that a library tells of a page is believed where the page prints it whole.

Of "2025-03" a library of dates makes a day of March by the calendar of the day on which the page is read; that would be
another day tomorrow.
"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "june?", "july?", "aug", "sept?", "oct", "nov", "dec")


def printed_day(text: str, told: str | None) -> date | None:
    """The day that is told as YYYY-MM-DD, if the text has it in one of the forms of the press; else None."""
    if told is None:
        return None
    day = date.fromisoformat(told)
    return day if re.search(_forms(day), text, re.IGNORECASE) else None


def _forms(day: date) -> str:
    """2025-06-08 · 20250608(0730) · 8/6/2025 · 06/08/2025 · 8th June 2025 · June 8, 2025 · 8 tháng 6 năm 2025."""
    y, m, d = day.year, f"0?{day.month}", f"0?{day.day}"
    name = rf"{_MONTHS[day.month - 1]}[a-z]*\.?"
    forms = (
        rf"{y}[-/.]{m}[-/.]{d}",
        rf"{day:%Y%m%d}(?:\d{{4}}|\d{{6}})?",
        rf"{d}[-/.]{m}[-/.]{y}",
        rf"{m}[-/.]{d}[-/.]{y}",
        rf"{d}(?:st|nd|rd|th)?\s+{name},?\s+{y}",
        rf"{name}\s+{d}(?:st|nd|rd|th)?,?\s+{y}",
        rf"{d}\s+tháng\s+{m}(?:\s+năm|,)?\s+{y}",
    )
    return rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)"
