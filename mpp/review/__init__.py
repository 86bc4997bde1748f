"""What reviewers sent back in Word: every comment and change at its line in the chapters, taken over where that can be."""
