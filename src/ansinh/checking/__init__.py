"""Whether a graph is sound: SHACL for its shape and its evidence, OWL for what it means."""
