"""The website of an edition: its documents as one site, in which every number tells what it is and leads to where it comes from."""
