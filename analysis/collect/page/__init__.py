"""A web page in steps: bytes, gate, lines, main content, layout, facts."""
