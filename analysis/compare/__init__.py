"""Tidy tables in, comparisons with n and interval out."""
