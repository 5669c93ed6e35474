"""Any number of articles -> a folder of tables, on one machine or on a Dask cluster."""
