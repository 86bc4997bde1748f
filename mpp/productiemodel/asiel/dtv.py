"""DT&V: departure of those who may not stay."""

from __future__ import annotations

from mpp.productiemodel.bouwstenen import gelijk_verdeeld
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad("dtv.caseload", laag="terugkeer", begin="dtv.begincaseload")


@deel.stroom("dtv.instroom_ind", naar="dtv.caseload")
def instroom_ind(
    spoor1: Reeks = S("ind.spoor1.afwijzingen"),
    spoor2: Reeks = S("ind.spoor2.afwijzingen"),
    spoor4: Reeks = S("ind.spoor4.afwijzingen"),
    per_afwijzing: float = P("dtv.dossiers_per_afwijzing", "factor"),
) -> Reeks:
    """Dossiers van de IND, in verhouding tot de afwijzingen en Dublinbeslissingen: niet elk dossier wordt overgedragen, en ook na
    intrekkingen en besluiten buiten asiel komen er dossiers.
    """
    return (spoor1 + spoor2 + spoor4) * per_afwijzing


deel.met(gelijk_verdeeld("dtv.instroom_politie", naar="dtv.caseload", eenheid="dossiers", wat="Dossiers van de politie"))
deel.met(gelijk_verdeeld("dtv.instroom_kmar", naar="dtv.caseload", eenheid="dossiers", wat="Dossiers van de KMar"))
deel.met(
    gelijk_verdeeld(
        "dtv.instroom_overig", naar="dtv.caseload", eenheid="dossiers", wat="Dossiers van anderen dan de IND, de politie en de KMar"
    )
)


@deel.grootheid("dtv.instroom")
def instroom(
    ind: Reeks = S("dtv.instroom_ind"),
    politie: Reeks = S("dtv.instroom_politie"),
    kmar: Reeks = S("dtv.instroom_kmar"),
    overig: Reeks = S("dtv.instroom_overig"),
) -> Reeks:
    """Dossiers die aan de DT&V worden overgedragen."""
    return ind + politie + kmar + overig


@deel.grootheid("dtv.uitstroom")
def uitstroom(caseload: Reeks = V("dtv.caseload"), duur: float = P("dtv.behandelduur", "maanden")) -> Reeks:
    """Dossiers die worden afgesloten, bij de gemiddelde duur van een dossier."""
    return caseload / duur


@deel.stroom("dtv.vertrek_zelfstandig", van="dtv.caseload")
def vertrek_zelfstandig(uitstroom: Reeks = S("dtv.uitstroom"), aandeel: float = P("dtv.aandeel_zelfstandig", "aandeel")) -> Reeks:
    """Aantoonbaar zelfstandig vertrek."""
    return uitstroom * aandeel


@deel.stroom("dtv.vertrek_gedwongen", van="dtv.caseload")
def vertrek_gedwongen(uitstroom: Reeks = S("dtv.uitstroom"), aandeel: float = P("dtv.aandeel_gedwongen", "aandeel")) -> Reeks:
    """Aantoonbaar gedwongen vertrek."""
    return uitstroom * aandeel


@deel.stroom("dtv.vertrek_zonder_toezicht", van="dtv.caseload")
def vertrek_zonder_toezicht(uitstroom: Reeks = S("dtv.uitstroom"), aandeel: float = P("dtv.aandeel_zonder_toezicht", "aandeel")) -> Reeks:
    """Zelfstandig vertrek zonder toezicht."""
    return uitstroom * aandeel


@deel.stroom("dtv.uitstroom_overig", van="dtv.caseload")
def uitstroom_overig(
    uitstroom: Reeks = S("dtv.uitstroom"),
    zelfstandig: Reeks = S("dtv.vertrek_zelfstandig"),
    gedwongen: Reeks = S("dtv.vertrek_gedwongen"),
    mob: Reeks = S("dtv.vertrek_zonder_toezicht"),
) -> Reeks:
    """Dossiers die zonder vertrek worden afgesloten, bijvoorbeeld door een vergunning of een nieuwe procedure."""
    return uitstroom - zelfstandig - gedwongen - mob
