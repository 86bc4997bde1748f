"""The one import of a chapter: everything a text may call."""

from mpp.getal import *  # noqa: F403
