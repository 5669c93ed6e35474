"""Small blocks of the pages, each with explicit keys."""
