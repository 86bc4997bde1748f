"""Publishing: what is sent, and the portals that take it, each in a file of its own."""
