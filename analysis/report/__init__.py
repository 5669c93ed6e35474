"""A story in one file of its own: HTML without scripts, requests or anything else to load."""

from analysis.report.page import report_html

__all__ = ["report_html"]
