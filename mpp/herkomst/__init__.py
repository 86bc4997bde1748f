"""Where a number comes from: from the results back to the formulas, the parameters and their sources."""

from mpp.herkomst.boom import Herkomst
from mpp.herkomst.tekst import als_tekst
from mpp.herkomst.uitleg import Herleiding

__all__ = ["Herkomst", "Herleiding", "als_tekst"]
