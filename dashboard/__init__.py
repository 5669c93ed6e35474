"""The Streamlit front end: shows what the analysis layer found."""
