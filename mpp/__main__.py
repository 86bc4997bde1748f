"""`python -m mpp` is `mpp`."""

from mpp.cli import main

main()
