"""The documentation is run, generated and held complete here; `python -m tests.docs.refresh` writes it anew."""
