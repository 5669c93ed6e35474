"""Any number of articles -> a folder of tables, on one machine or on a Dask cluster."""

ROWS = 500
"""Articles in a partition unless asked otherwise: some minutes of work, so that little is done
again when a worker is lost, and files large enough to be asked quickly."""
