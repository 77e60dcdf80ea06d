"""Facts -> triples; what articles share, computed from their citations and mentions; the store; export."""
