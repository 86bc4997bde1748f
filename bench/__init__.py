"""Time and memory of what people wait for: `make bench`."""
