"""The one way a number enters a document."""
