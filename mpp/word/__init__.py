"""The book as a Word document: the same text as its pages, with numbers that cannot be typed over, and a map back to the source."""
