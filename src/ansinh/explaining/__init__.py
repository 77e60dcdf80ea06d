"""An article as it was read: every mention in its place, and of every figure what gave which attribute."""
