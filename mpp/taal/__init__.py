"""What a sentence says, held against its numbers."""
