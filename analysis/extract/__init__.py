"""A parsed article in, our own findings with their spans out."""
