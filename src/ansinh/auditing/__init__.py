"""What an article states, recomputed: arithmetic, magnitude, and what several articles say of the same thing."""
