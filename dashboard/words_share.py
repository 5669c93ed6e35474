"""The words around what leaves the app: the report, files of tables, pictures."""

from __future__ import annotations

TITLE = "Take it with you"

ABOUT = (
    "The report is one file to read, print or hand on: it opens without a network and runs "
    "nothing. Texts are in it as far as their rights allow. The tables hold every count with "
    "what it rests on, and a dictionary of their columns. All outlets of the story are in them."
)

REPORT = "Report (HTML)"
REPORT_HELP = "One file with the counts, pictures, evidence and method; about ten seconds"

WORKBOOK = "Workbook (Excel)"
WORKBOOK_HELP = "A sheet for each table, and what its columns mean"

TABLES = "All tables (zip)"
TABLES_HELP = "CSV and JSON lines, for other programs"

PICTURE = "Save as a picture"

PICTURE_HINT = (
    "Each picture now has a camera button at its top right: it saves the picture with its "
    "heading. Choose the format again to put the buttons away."
)
