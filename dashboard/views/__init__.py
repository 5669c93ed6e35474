"""One page a file: what to show and in which order; the arithmetic is elsewhere."""
