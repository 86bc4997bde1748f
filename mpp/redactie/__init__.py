"""The desk of who edits the texts: the pages in the browser, made again at every save."""

from mpp.redactie.bediening import POORT, voorvertoning

__all__ = ["POORT", "voorvertoning"]
