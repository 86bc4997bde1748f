"""What was known when: which values rest on later knowledge, as a sentence and as tables."""

from __future__ import annotations

from mpp.getal.getal import Getal, Naam, Zinsdeel
from mpp.getal.tabel import Cel, Tabel
from mpp.getal.tabellen import PARAMETERBESTAND
from mpp.parameters import Parameterset
from mpp.parameters.dagen import als_periode
from mpp.ronde.kennis import Kennis, Soort, latere_kennis, telling
from mpp.uitkomsten import Uitkomsten
from mpp.weergave.opmaak import datum

_SOORTEN: dict[Soort, str] = {
    "parameter": "Parameters",
    "prognose": "Toekomstscenario's",
    "realisatie": "Realisaties",
    "gepubliceerd": "Gepubliceerde cijfers",
}


def met_latere_kennis(soort: Soort, *, u: Uitkomsten) -> Zinsdeel:
    """How many values of a kind rest on later knowledge: 173 van de 553 waarden."""
    t = telling(u.ps)[soort]
    return Zinsdeel((_aantal(t.later, soort, "later"), " van de ", _aantal(t.alle, soort, "alle"), " waarden"))


def tabel_kennis(*, u: Uitkomsten) -> Tabel:
    """Of each kind of value how many rest on later knowledge, and by which mark; more than one may hold."""
    velden = ("alle", "later", "na_vaststelling", "na_peildatum", "uit", "met_reden")
    rijen: list[list[Cel]] = [
        [_SOORTEN[soort], *(_aantal(getattr(t, veld), soort, veld) for veld in velden)] for soort, t in telling(u.ps).items()
    ]
    kenmerken = ["Bron van na de vaststelling", "Tijd na de peildatum", "Volgt uit zo'n cijfer"]
    return Tabel(["Waarden", "Alle", "Op latere kennis", *kenmerken, "Met reden"], rijen, [22, 8, 13, 16, 14, 15, 12])


def tabel_latere_kennis(*soorten: Soort, u: Uitkomsten) -> Tabel:
    """The values of these kinds that rest on later knowledge: which, by what that is seen, and the reason that the file gives."""
    rijen: list[list[Cel]] = [
        [
            (k.label if k.soort == "gepubliceerd" else _naam(k.label))
            + ("" if k.periode == "vast" else f" ({_naam(als_periode(k.periode), 'parameter:periode')})"),
            _waaraan(k, u.ps),
            _naam(k.reden) if k.reden else "",
        ]
        for k in latere_kennis(u.ps, *soorten)
    ]
    return Tabel(["Waarde", "Waaraan te zien", "Waarom zij er staat"], rijen, [34, 28, 38], cijfers=False)


def _waaraan(k: Kennis, ps: Parameterset) -> str:
    """By what it is seen that a value rests on later knowledge."""
    delen = []
    if k.na_vaststelling and k.laatste:
        delen.append(f"bron {_naam(k.laatste, f'bron:{k.laatste}')} ({_naam(datum(ps.bronnen[k.laatste].datum), 'bron:datum')})")
    if k.na_peildatum:
        delen.append("tijd na de peildatum")
    if k.uit:
        delen.append("volgt uit: " + "; ".join(_naam((ps.parameters.get(id) or ps.realisaties[id]).label) for id in k.uit))
    return "; ".join(delen) or "alleen aan de reden"


def _naam(tekst: str, bron: str = PARAMETERBESTAND) -> str:
    return Naam(tekst, bron)._repr_markdown_()


def _aantal(aantal: int, soort: Soort, veld: str) -> Getal:
    return Getal(aantal, "waarden", 1, f"kennis:{soort}", veld)
