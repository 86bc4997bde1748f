"""Nidos: guardianship of unaccompanied minors."""

from __future__ import annotations

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel("Nidos")

deel.voorraad("nidos.pupillen", "Amv onder voogdij van Nidos.", laag="voogdij", begin="nidos.beginpupillen")


@deel.stroom("nidos.instroom", naar="nidos.pupillen")
def instroom(amv: Reeks = S("instroom.amv"), nareis: Reeks = S("instroom.nareis"), aandeel: float = P("nidos.aandeel_nareis")) -> Reeks:
    """Amv onder de eerste aanvragen, en kinderen die zonder ouder nareizen."""
    return amv + nareis * aandeel


@deel.stroom("nidos.uitstroom", van="nidos.pupillen")
def uitstroom(pupillen: Reeks = V("nidos.pupillen"), duur: float = P("nidos.voogdijduur")) -> Reeks:
    """Pupillen die 18 worden, met hun familie worden herenigd of vertrekken, bij de gemiddelde duur van de voogdij."""
    return pupillen / duur
