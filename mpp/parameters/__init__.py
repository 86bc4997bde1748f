"""The one source of numbers: the parameter file, its form, its checks and its lock."""

from mpp.parameters.laden import laad
from mpp.parameters.set import Parameterset

__all__ = ["Parameterset", "laad"]
