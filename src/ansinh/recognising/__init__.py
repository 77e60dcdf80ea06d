"""Text -> mentions with spans: dates and periods, citations, numbers and quantities, agencies, persons, places."""
