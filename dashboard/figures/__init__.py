"""Figures: a frame and column names in, a ``go.Figure`` out; one idea a file, no Streamlit."""
