"""How numbers, dates and lists are written in Dutch, and to which step a number is rounded."""
