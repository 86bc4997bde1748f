"""The values that are others than in the previous edition, as a table: by cause, with what the previous ones rest on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from mpp.edities.vergelijking import Bijstelling, Grondslag, met_vorige
from mpp.getal.cijfers import vorige_editie
from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.tabel import Cel, Tabel
from mpp.getal.tabellen import als_naam
from mpp.parameters.dagen import als_periode
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.opmaak import datum

_WAARDE: Final = {True: "waarde", False: "waarden"}
_NIET_VASTGESTELD: Final = "niet vastgesteld"


def tabel_gewijzigd(*, u: Uitkomsten) -> Tabel:
    """Every value that is shown otherwise now (medio), by cause: the previous one, this one, and what the first rests on."""
    rijen: list[list[Cel]] = []
    for groep, van_groep in groupby((b for b in _in_medio(u) if not b.leest_gelijk), key=lambda b: b.oorzaak):
        rijen.append([f"**{groep.naam}**", "", "", ""])
        rijen += [_rij(list(bijstellingen), u) for _, bijstellingen in groupby(van_groep, key=lambda b: b.parameter)]
    noten: tuple[Cel, ...] = ()
    if aantal := aantal_gelijk(u):
        geteld = Getal(aantal, "waarden", 1, "verschil:gelijk")
        noten = (Zinsdeel(("Alleen achter de getoonde afronding anders, en daarom niet vermeld: ", geteld, f" {_WAARDE[aantal == 1]}.")),)
    koppen: list[Cel] = ["Parameter", vorige_editie(u=u), "Deze editie", "Grondslag van de vorige waarde"]
    return Tabel(koppen, rijen, [30, 17, 17, 44], noten=noten, cijfers=False)


def aantal_gelijk(u: Uitkomsten) -> int:
    """How many values (medio) changed only by less than what is shown of them."""
    return sum(b.leest_gelijk for b in _in_medio(u))


def _in_medio(u: Uitkomsten) -> list[Bijstelling]:
    return [b for b in met_vorige(u).bijstellingen if b.scenario in (None, "medio")]


def _rij(bijstellingen: Sequence[Bijstelling], u: Uitkomsten) -> list[Cel]:
    """One parameter: consecutive periods with the same values as one."""
    eerste = bijstellingen[0]
    alle = met_vorige(u).perioden(eerste.parameter)
    aaneen = ((alle.index(b.periode) - i, b) for i, b in enumerate(bijstellingen))
    groepen = [[b for _, b in g] for _, g in groupby(aaneen, key=lambda ib: (ib[0], ib[1].oud, ib[1].nieuw))]
    oud, nieuw = ("; ".join(_waarde(g, kant, u) for g in groepen) for kant in ("oud", "nieuw"))
    grondslagen = dict.fromkeys(_grondslag(b.grondslag_oud, u) for b in bijstellingen)
    return [als_naam(f"{eerste.label} ({eerste.eenheid})"), oud, nieuw, " ".join(grondslagen)]


def _waarde(bijstellingen: Sequence[Bijstelling], kant: str, u: Uitkomsten) -> str:
    b = bijstellingen[0]
    getal = _getal_van(b, kant, u)
    tekst = _NIET_VASTGESTELD if getal is None else getal._repr_markdown_()
    perioden = b.periode if len(bijstellingen) == 1 else f"{b.periode}–{bijstellingen[-1].periode}"
    return tekst if b.periode == "vast" else f"{Naam(als_periode(perioden), 'parameter:periode')._repr_markdown_()}: {tekst}"


def _getal_van(b: Bijstelling, kant: str, u: Uitkomsten) -> Getal | None:
    """The value of one of both editions."""
    waarde, op = (b.oud, b.stap_oud) if kant == "oud" else (b.nieuw, b.stap_nieuw)
    if waarde is None:
        return None
    return Getal(waarde, b.eenheid, op, f"verschil:{met_vorige(u).oud.ps.editie.id}:{b.parameter}:{kant}", b.periode)


def _grondslag(grondslag: Grondslag, u: Uitkomsten) -> str:
    delen = []
    if grondslag.bronnen:
        delen.append("Bron: " + ", ".join(_bronnaam(b, u)._repr_markdown_() for b in grondslag.bronnen) + ".")
    if grondslag.aanname:
        delen.append(f"Aanname: {als_naam(grondslag.aanname)}")
    return " ".join([*delen, *([als_naam(grondslag.toelichting)] if grondslag.toelichting else [])])


def _bronnaam(sleutel: str, u: Uitkomsten) -> Naam:
    """A source of the previous edition: its key where this edition describes the same, else in full, for no list here has it."""
    vorige = met_vorige(u).oud.ps
    toen = vorige.bronnen[sleutel]
    if u.ps.bronnen.get(sleutel) == toen:
        return Naam(sleutel, f"bron:{sleutel}")
    return Naam(f"{toen.uitgever}, {toen.titel}, {datum(toen.datum)}", f"editie:{vorige.editie.id}")
