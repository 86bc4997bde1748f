"""BZ: first-year reception that counts as ODA; the visas of family members are issued in `nareis`."""

from __future__ import annotations

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, Som

deel = Deel()


@deel.grootheid("bz.oda_persoonsjaren")
def oda_persoonsjaren(
    eerder: Reeks = Som("coa.instroom_aanvragers", 11, voor=P("coa.instroom_aanvragers_jaar_ervoor", "personen")),
    nu: Reeks = S("coa.instroom_aanvragers"),
    dac: float = P("bz.aandeel_dac", "aandeel"),
    verblijf: float = P("bz.verblijf_eerste_jaar", "aandeel"),
) -> Reeks:
    """Persoonsjaren opvang van mensen uit DAC-landen die korter dan een jaar geleden kwamen, per maand."""
    return (eerder + nu) * dac * verblijf / 12
