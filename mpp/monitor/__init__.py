"""The monitor: a delivered file of what came, held against an adopted edition over the same part of the year."""
