"""Untrusted input becomes article candidates here and nowhere else."""
