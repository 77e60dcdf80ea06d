"""What people decided about figures: how it is written down, which figure it is about, and what it makes of it."""
