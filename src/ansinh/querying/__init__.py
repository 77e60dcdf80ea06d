"""Saved queries and SPARQL: what they are, their parameters, their rows, and how rows are written."""
