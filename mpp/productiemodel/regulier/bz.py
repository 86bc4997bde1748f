"""BZ: visas for entry that the posts issue."""

from __future__ import annotations

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S

deel = Deel()


@deel.grootheid("bz.mvv_regulier")
def mvv_regulier(
    ingewilligd: Reeks = S("ind.mvv.inwilligingen"), opgehaald: float = P("bz.mvv_regulier_aandeel_opgehaald", "aandeel")
) -> Reeks:
    """Machtigingen tot voorlopig verblijf voor arbeid, studie, gezin en andere doelen die de posten afgeven: het deel
    van de ingewilligde mvv's dat wordt opgehaald, in dezelfde maand.
    """
    return ingewilligd * opgehaald
