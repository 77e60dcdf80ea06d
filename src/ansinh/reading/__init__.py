"""Bytes -> text: decoding, what is furniture and what is body, sentences and clauses, what the page says of itself."""
