"""Tabs of the pages: one question each, drawn by ``draw(view)``."""
