"""Nidos: guardianship of unaccompanied minors."""

from __future__ import annotations

import numpy as np

from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.reeks import Reeks
from mpp.productiemodel.verwijzing import P, S, V

deel = Deel()

deel.voorraad("nidos.pupillen", laag="voogdij", begin="nidos.beginpupillen")


@deel.stroom("nidos.instroom", naar="nidos.pupillen")
def instroom(
    amv: Reeks = S("instroom.amv"), nareis: Reeks = S("instroom.nareis"), aandeel: float = P("nidos.aandeel_nareis", "aandeel")
) -> Reeks:
    """Amv onder de eerste aanvragen, en kinderen die zonder ouder nareizen."""
    return amv + nareis * aandeel


@deel.stroom("nidos.achttien", van="nidos.pupillen")
def achttien(pupillen: Reeks = V("nidos.pupillen"), duur: float = P("nidos.tijd_tot_achttien", "maanden")) -> Reeks:
    """Pupillen die achttien worden, bij de gemiddelde tijd tot hun achttiende verjaardag."""
    return pupillen / duur


@deel.stroom("nidos.hereniging", van="nidos.pupillen")
def hereniging(
    pupillen: Reeks = V("nidos.pupillen"),
    achttien: Reeks = S("nidos.achttien"),
    nareis: Reeks = S("instroom.nareis"),
    per_nareiziger: float = P("nidos.herenigingen_per_nareiziger", "aandeel"),
) -> Reeks:
    """Pupillen die met hun familie worden herenigd als die nareist."""
    return np.minimum(nareis * per_nareiziger, pupillen - achttien)


@deel.stroom("nidos.vertrek", van="nidos.pupillen")
def vertrek(
    pupillen: Reeks = V("nidos.pupillen"),
    achttien: Reeks = S("nidos.achttien"),
    hereniging: Reeks = S("nidos.hereniging"),
    aandeel: float = P("nidos.aandeel_vertrek", "aandeel"),
) -> Reeks:
    """Pupillen die vertrekken, met of zonder toezicht: van wie blijft elk jaar een vast deel."""
    return (pupillen - achttien - hereniging) * aandeel / 12


@deel.grootheid("nidos.uitstroom")
def uitstroom(
    achttien: Reeks = S("nidos.achttien"), hereniging: Reeks = S("nidos.hereniging"), vertrek: Reeks = S("nidos.vertrek")
) -> Reeks:
    """Pupillen die achttien worden, met hun familie worden herenigd of vertrekken."""
    return achttien + hereniging + vertrek
