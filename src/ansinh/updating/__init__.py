"""Sources that are remembered, built again when they have changed, and what has changed in what they say."""
