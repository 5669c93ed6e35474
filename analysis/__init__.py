"""Parallax: how news outlets tell the same story, counted, with every number's evidence."""
