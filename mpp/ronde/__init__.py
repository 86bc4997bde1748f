"""The round: how an edition comes about, who adopted it and when, and what was corrected since."""
