"""A lesson on a story: read blind, marked, revealed; how far a class agrees; paper and files."""
