"""COA: who lives in reception: in the procedure, with a permit, or due to leave."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel, Wachtrijregels
from mpp.productiemodel.reeks import Reeks, verhouding
from mpp.productiemodel.verwijzing import P, Rij, S, V
from mpp.productiemodel.wachtrij import Blik

deel = Deel()

deel.voorraad(
    "coa.bezetting_procedure",
    laag="opvang",
    begin="coa.begin_procedure",
)
deel.voorraad(
    "coa.bezetting_vergunninghouders",
    laag="opvang",
    begin="coa.begin_vergunninghouders",
    rij=Wachtrijregels(ouder={3: "coa.begin_vergunninghouders_ouder_3"}, oudste="coa.begin_vergunninghouders_oudste"),
)
deel.voorraad(
    "coa.bezetting_vertrek",
    laag="opvang",
    begin="coa.begin_vertrek",
)


@deel.stroom("coa.instroom_aanvragers", naar="coa.bezetting_procedure")
def instroom_aanvragers(
    eerste: Reeks = S("instroom.eerste_aanvragen"),
    herhaald: Reeks = S("instroom.herhaald"),
    aandeel: float = P("coa.aandeel_eerste_aanvragen", "aandeel"),
    aandeel_herhaald: float = P("coa.aandeel_herhaald", "aandeel"),
) -> Reeks:
    """Aanvragers die in de opvang komen; anderen verblijven bij Nidos, familie of in grensdetentie."""
    return eerste * aandeel + herhaald * aandeel_herhaald


@deel.stroom("coa.instroom_nareis", naar="coa.bezetting_vergunninghouders")
def instroom_nareis(nareis: Reeks = S("instroom.nareis"), aandeel: float = P("coa.aandeel_nareis", "aandeel")) -> Reeks:
    """Nareizigers die via de opvang gaan; de anderen trekken in bij het gezin in de gemeente."""
    return nareis * aandeel


@deel.stroom("coa.instroom_hervestiging", naar="coa.bezetting_vergunninghouders")
def instroom_hervestiging(
    hervestiging: Reeks = S("instroom.hervestiging_relocatie"), aandeel: float = P("coa.aandeel_hervestiging", "aandeel")
) -> Reeks:
    """Hervestigden en gerelokeerden die via de opvang gaan; de anderen gaan rechtstreeks naar een gemeente."""
    return hervestiging * aandeel


@deel.grootheid("coa.overige_instroom")
def overige_instroom(
    aanvragers: Reeks = S("coa.instroom_aanvragers"),
    nareis: Reeks = S("coa.instroom_nareis"),
    hervestiging: Reeks = S("coa.instroom_hervestiging"),
    per_persoon: float = P("coa.overigen_per_instromer", "aandeel"),
) -> Reeks:
    """Anderen die in de opvang komen: wie er wordt geboren, wie terugkeert en wie van elders wordt overgeplaatst, in
    verhouding tot wie er na een aanvraag, als nareiziger of als hervestigde komt.
    """
    return (aanvragers + nareis + hervestiging) * per_persoon


@deel.stroom("coa.overige_vergunninghouders", naar="coa.bezetting_vergunninghouders")
def overige_vergunninghouders(
    overig: Reeks = S("coa.overige_instroom"), aandeel: float = P("coa.overigen_aandeel_vergunninghouders", "aandeel")
) -> Reeks:
    """Anderen met een vergunning die in de opvang komen en op huisvesting wachten."""
    return overig * aandeel


@deel.stroom("coa.teruggekeerden", naar="coa.bezetting_vertrek")
def teruggekeerden(overig: Reeks = S("coa.overige_instroom"), vergunninghouders: Reeks = S("coa.overige_vergunninghouders")) -> Reeks:
    """Anderen zonder vergunning die in de opvang komen, vooral wie al eerder was vertrokken: zij vertrekken weer."""
    return overig - vergunninghouders


@deel.grootheid("coa.instroom")
def instroom(
    aanvragers: Reeks = S("coa.instroom_aanvragers"),
    nareis: Reeks = S("coa.instroom_nareis"),
    hervestiging: Reeks = S("coa.instroom_hervestiging"),
    vergunninghouders: Reeks = S("coa.overige_vergunninghouders"),
    teruggekeerden: Reeks = S("coa.teruggekeerden"),
) -> Reeks:
    """Mensen die in de opvang komen."""
    return aanvragers + nareis + hervestiging + vergunninghouders + teruggekeerden


@deel.grootheid("coa.opvang_per_zaak")
def opvang_per_zaak(
    procedure: Reeks = V("coa.bezetting_procedure"),
    instroom: Reeks = S("coa.instroom_aanvragers"),
    voorraad: Reeks = V("ind.asiel.voorraad"),
    spoor1: Reeks = S("ind.spoor1.instroom"),
    spoor2: Reeks = S("ind.spoor2.instroom"),
    spoor4: Reeks = S("ind.spoor4.instroom"),
    zij: Reeks = S("ind.spoor4.zij_instroom"),
) -> Reeks:
    """Deel van de mensen met een lopende aanvraag dat in de opvang woont; wie een beslissing krijgt, woont er even
    vaak.
    """
    zaken = voorraad + spoor1 + spoor2 + spoor4 - zij
    return verhouding(procedure + instroom, zaken)


@deel.stroom("coa.naar_nidos", van="coa.bezetting_procedure")
def naar_nidos(
    amv: Reeks = S("coa.amv.naar_nidos"), inwilligingen: Reeks = S("ind.spoor4.inwilligingen"), per_zaak: Reeks = S("coa.opvang_per_zaak")
) -> Reeks:
    """Amv die na een vergunning de opvang verlaten en bij Nidos gaan wonen."""
    return np.minimum(amv, inwilligingen * per_zaak)


@deel.stroom("coa.vergunning", van="coa.bezetting_procedure", naar="coa.bezetting_vergunninghouders")
def vergunning(
    inwilligingen: Reeks = S("ind.spoor4.inwilligingen"),
    per_zaak: Reeks = S("coa.opvang_per_zaak"),
    naar_nidos: Reeks = S("coa.naar_nidos"),
) -> Reeks:
    """Bewoners die een vergunning krijgen en op huisvesting gaan wachten."""
    return inwilligingen * per_zaak - naar_nidos


@deel.stroom("coa.afwijzing", van="coa.bezetting_procedure", naar="coa.bezetting_vertrek")
def afwijzing(
    spoor1: Reeks = S("ind.spoor1.afwijzingen"),
    spoor2: Reeks = S("ind.spoor2.afwijzingen"),
    spoor4: Reeks = S("ind.spoor4.afwijzingen"),
    per_zaak: Reeks = S("coa.opvang_per_zaak"),
) -> Reeks:
    """Bewoners van wie de aanvraag wordt afgewezen of aan een andere lidstaat wordt overgedragen."""
    return (spoor1 + spoor2 + spoor4) * per_zaak


@deel.stroom("coa.procedure_verlaten", van="coa.bezetting_procedure")
def procedure_verlaten(
    spoor1: Reeks = S("ind.spoor1.overig"),
    spoor2: Reeks = S("ind.spoor2.overig"),
    spoor4: Reeks = S("ind.spoor4.overig"),
    per_zaak: Reeks = S("coa.opvang_per_zaak"),
) -> Reeks:
    """Bewoners die de opvang verlaten omdat de aanvraag is ingetrokken of buiten behandeling gesteld."""
    return (spoor1 + spoor2 + spoor4) * per_zaak


@deel.stroom("coa.terug_in_procedure", van="coa.bezetting_vertrek", naar="coa.bezetting_procedure")
def terug_in_procedure(
    vertrek: Reeks = V("coa.bezetting_vertrek"),
    herbeoordeling: Reeks = S("ind.spoor4.herbeoordeling"),
    per_zaak: Reeks = S("coa.opvang_per_zaak"),
) -> Reeks:
    """Bewoners die na een gegrond beroep weer op een beslissing wachten."""
    return np.minimum(herbeoordeling * per_zaak, vertrek)


@deel.stroom("coa.vertrek", van="coa.bezetting_vertrek")
def vertrek(
    vertrek: Reeks = V("coa.bezetting_vertrek"),
    terug: Reeks = S("coa.terug_in_procedure"),
    duur: float = P("coa.verblijfsduur_vertrek", "maanden"),
) -> Reeks:
    """Bewoners die na een afwijzing de opvang verlaten, bij het gemiddelde verblijf tussen beslissing en vertrek."""
    return (vertrek - terug) / duur


@deel.stand("coa.bezetting")
def bezetting(
    procedure: Reeks = V("coa.bezetting_procedure"),
    vergunninghouders: Reeks = V("coa.bezetting_vergunninghouders"),
    vertrek: Reeks = V("coa.bezetting_vertrek"),
) -> Reeks:
    """Mensen in de opvang."""
    return procedure + vergunninghouders + vertrek


@deel.stand("coa.capaciteit")
def capaciteit(bezetting: Reeks = V("coa.bezetting"), norm: float = P("coa.bezettingspercentage", "aandeel")) -> Reeks:
    """Opvangplekken die nodig zijn bij het aan te houden bezettingspercentage."""
    return bezetting / norm


@deel.stand("coa.vergunninghouders_boven_norm")
def vergunninghouders_boven_norm(
    rij: Blik = Rij("coa.bezetting_vergunninghouders"), norm: float = P("gemeenten.norm_huisvesting", "weken")
) -> Reeks:
    """Vergunninghouders in de opvang die langer op huisvesting wachten dan de norm."""
    return rij.ouder_dan(norm * 12 / 52)


@deel.stand("coa.aandeel_boven_norm")
def aandeel_boven_norm(
    boven_norm: Reeks = V("coa.vergunninghouders_boven_norm"), vergunninghouders: Reeks = V("coa.bezetting_vergunninghouders")
) -> Reeks:
    """Deel van de vergunninghouders in de opvang dat langer op huisvesting wacht dan de norm."""
    return verhouding(boven_norm, vergunninghouders)
