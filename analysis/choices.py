"""What the command line offers, written out: it is shown before anything heavy is imported."""

DEMO = "kazakhstan-2022"
"""The story that comes with the project."""

INPUT_HELP = (
    "a story folder, a folder or .zip of articles, or files: .txt .md .html .docx .pdf .mht .csv "
    ".jsonl .json .parquet"
)

TABLES = tuple(
    """
    articles blocks sentences quotes terms wordings labels figures agency statements measures
    framing wording_rates agency_forms triples distinctive label_counts voices roles verbs
    diversity unheard aliases tone readability ledger facts wire
    """.split()
)
"""Every table of a story, as ``analysis.result`` has them."""

EXPORT_FORMATS = ("xlsx", "csv", "jsonl", "parquet", "zip")
"""Every form of a story's tables, as ``analysis.exports`` has them."""

LESSON_MINUTES = (45, 90)
"""Lengths of a lesson, as ``analysis.lesson.plans`` has them."""

LESSON_FORMATS = ("text", "csv", "json")

REVIEW_FORMATS = ("text", "json", "sarif", "csv")
"""Every form of a review's findings, as ``analysis.commands_review`` writes them."""

BATCH_ROWS = 500
"""Articles in a partition unless asked otherwise: some minutes of work, so that little is done
again when a worker is lost, and files large enough to be asked quickly."""
