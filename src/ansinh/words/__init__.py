"""Words: how a text is cut into them, what is compared of them, and those that numbers and dates begin with."""
