"""An annotated article in, measurements out."""
