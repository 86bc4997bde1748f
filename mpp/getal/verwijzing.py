"""Sources as a text refers to them."""

from __future__ import annotations

from mpp.getal.getal import Naam
from mpp.problemen import Fout, lijkt_op, probleem
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.opmaak import datum


def bron(sleutel: str, *, u: Uitkomsten) -> Naam:
    """A short reference to a source: publisher and date.

    Raises Fout for a source that the edition does not have.
    """
    bronnen = u.ps.bronnen
    if sleutel not in bronnen:
        raise Fout([probleem("bron-onbekend", bron=sleutel, suggestie=lijkt_op(sleutel, bronnen))])
    gekozen = bronnen[sleutel]
    return Naam(f"{gekozen.uitgever}, {datum(gekozen.datum)}", f"bron:{sleutel}")
