"""The closed world: every number that a package shows is accounted for."""
