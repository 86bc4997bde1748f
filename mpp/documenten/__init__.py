"""The publications, a file or a folder each, with what they share: layout, texts and boxes."""
