"""The prognosis of a year of which some months have come: the density of the year given those months.

Within a component (one exclusive scenario with some of the additive ones) the inflow of a year with mean m and variance v is
taken as months that vary apart from each other around the seasonal pattern: the months that make up a share a of the
season have mean a m and variance a v, and say nothing of the others. Their sum then has exactly the distribution that the
component gives the year (of lognormal components, as everywhere, the mean and the variance are kept). So given that r came
in the months with share a

- the year is r and the rest, and the rest has in each component mean (1 - a) m and variance (1 - a) v;
- the probability of a component is multiplied by the density that it gives to r, and all are scaled to add up to one;
- the rest is not below nothing.

The assumption: what is uncertain about the level of the year, beside its months, is which future comes true. So a first
half-year moves the year by itself and by the futures that it makes more or less likely, not by more. Only the sum of the
months counts: how it falls over them says how good the seasonal pattern is, not which future comes true, and months that were
spread from a longer period say no more than their sum. With a share of nought nothing changes, with the whole season the
year is a point. The years after it are as the section gives them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from mpp.parameters.gerealiseerd import gerealiseerde_maanden, ontbreekt
from mpp.problemen import Fout
from mpp.prognose.mengsel import Mengsel, Punt

if TYPE_CHECKING:
    from mpp.parameters import Parameterset

_INDICATOR: Final = "instroom.eerste_aanvragen"
_SEIZOEN: Final = "instroom.seizoen"


@dataclass(frozen=True)
class Gekomen:
    """What came of the first year: the number of people in `maanden` months that make up the share `aandeel` of the season."""

    aantal: float
    aandeel: float
    maanden: int

    @classmethod
    def uit(cls, ps: Parameterset) -> Gekomen | None:
        """What came before the peildatum of an edition; None when that is the beginning of its first year.

        Raises Fout when a month is not known.
        """
        if not ps.editie.gerealiseerd:
            return None
        seizoen = ps.maanden(_SEIZOEN)
        maanden = gerealiseerde_maanden(ps, _INDICATOR, seizoen.tolist())
        if not all(maanden):
            raise Fout([ontbreekt(ps, _INDICATOR, [t for t, maand in enumerate(maanden) if maand is None])])
        aandeel = float(seizoen[: len(maanden)].sum() / seizoen.sum())
        return cls(sum(m.waarde for m in maanden if m), aandeel, len(maanden))

    def gegeven(self, kans: np.ndarray, gemiddelden: np.ndarray, varianties: np.ndarray, log: bool) -> Mengsel | Punt:
        """The distribution of the year, given what came, of components with this mean and variance over a whole year."""
        if self.aandeel >= 1:
            return Punt(self.aantal)
        if self.aandeel <= 0:
            return Mengsel(kans, *vorm(gemiddelden, varianties, log), log)
        return Mengsel(
            self.kansen(kans, gemiddelden, varianties, log),
            *vorm((1 - self.aandeel) * gemiddelden, (1 - self.aandeel) * varianties, log),
            log,
            self.aantal,
        )

    def kansen(self, kans: np.ndarray, gemiddelden: np.ndarray, varianties: np.ndarray, log: bool) -> np.ndarray:
        """The probability of each component given what came."""
        if self.aandeel <= 0:
            return kans
        mu, sigma = vorm(self.aandeel * gemiddelden, self.aandeel * varianties, log)
        y = np.log(max(self.aantal, np.finfo(float).tiny)) if log else self.aantal
        gewicht = np.log(kans) - 0.5 * ((y - mu) / sigma) ** 2 - np.log(sigma)
        nieuw: np.ndarray = np.exp(gewicht - gewicht.max())
        return nieuw / nieuw.sum()


def vorm(gemiddelden: np.ndarray, varianties: np.ndarray, log: bool) -> tuple[np.ndarray, np.ndarray]:
    """`mu` and `sigma` of normal or lognormal distributions with this mean and variance."""
    if not log:
        return gemiddelden, np.sqrt(varianties)
    sigma = np.sqrt(np.log1p(varianties / gemiddelden**2))
    return np.log(gemiddelden) - sigma**2 / 2, sigma
