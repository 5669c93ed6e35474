"""Tables of the contract -> frames ready to draw and sentences ready to read; pure functions."""
