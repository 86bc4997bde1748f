"""The look backs of the folder `toetsing`, for a chapter: the model beside what happened."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from mpp.getal import voorbehoud
from mpp.getal.getal import Getal, Naam, Woord, Zinsdeel
from mpp.getal.tabel import LEEG, Cel, Tabel
from mpp.getal.tabellen import PARAMETERBESTAND
from mpp.getal.verwijzing import bron
from mpp.getal.woorden import met_teken
from mpp.uitkomsten import Uitkomsten, indicator, indicatoren
from mpp.uitkomsten.scorebord import KANS, Doel, Score, score, scorebord
from mpp.uitkomsten.toetsing import DICHTBIJ, OP_AFWIJKING, Terugblik, Toetsregel, is_dichtbij, terugblikken
from mpp.weergave.afronding import stap, stap_klein
from mpp.weergave.opmaak import in_een_zin, opsomming

_ALLES: Final = "alles"
_NOOT_INVOER: Final = f"{LEEG} Volgt uit de invoer die kwam."


def tabel_terugblik(id: str, *, u: Uitkomsten) -> Tabel:
    """What happened, what the model gives and how far apart they are, a row per figure of the look back `id`.

    Two more columns give the same with the input as it turned out, where that is known.
    """
    blik = _blik(id, u)
    met_achteraf = any(regel.achteraf is not None for regel in blik.regels)
    meer_jaren = len(blik.ps.editie.jaren) > 1
    koppen: list[Cel] = ["Indicator", *(["Jaar"] if meer_jaren else []), "Gerealiseerd", "Model", "Afwijking"]
    rijen: list[list[Cel]] = []
    for regel in blik.regels:
        jaar: list[Cel] = [Naam(str(regel.jaar), f"toets:{id}")] if meer_jaren else []
        rij: list[Cel] = [_naam(regel), *jaar, _gerealiseerd(regel), _model(id, regel), met_teken(_afwijking(id, regel))]
        rijen.append([*rij, *(_achteraf(id, regel) if met_achteraf else ())])
    if met_achteraf:
        koppen += ["Model met de invoer die kwam", "Afwijking daarvan"]
    noten = [*([_NOOT_INVOER] if any(LEEG in rij for rij in rijen) else []), *voorbehoud.noten(rijen, u)]
    return Tabel(koppen, rijen, [34, *([8] if meer_jaren else []), *([13] * (5 if met_achteraf else 3))], noten=tuple(noten))


def tabel_redenen(id: str, *, u: Uitkomsten) -> Tabel:
    """The figures that the model of look back `id` is not near, with the likely reason and the source of the figure."""
    rijen: list[list[Cel]] = [
        [
            f"{_naam(regel)}, {Naam(str(regel.jaar), f'toets:{id}')._repr_markdown_()}",
            met_teken(_afwijking(id, regel)),
            Naam(regel.reden, f"toets:{id}"),
            "; ".join(bron(sleutel, u=u)._repr_markdown_() for sleutel in regel.bronnen),
        ]
        for regel in _blik(id, u).regels
        if not regel.dichtbij
    ]
    koppen = ["Indicator", "Afwijking", "Waarschijnlijke reden", "Bron van de realisatie"]
    return Tabel(koppen, rijen, [24, 11, 42, 23], tekstkolommen=frozenset({2, 3}))


def tabel_later_bekend(id: str, *, u: Uitkomsten) -> Tabel:
    """The parameters that look back `id` leaves as in the edition although they rest on later figures, with their owner."""
    ps = u.ps
    rijen: list[list[Cel]] = [[Naam(ps[p].label, PARAMETERBESTAND), ps[p].eigenaar, ps[p].kwaliteit] for p in _blik(id, u).later_bekend]
    return Tabel(["Parameter", "Eigenaar", "Onderbouwing"], rijen, [64, 18, 18], cijfers=False)


def tabel_niet_vergeleken(id: str, *, u: Uitkomsten) -> Tabel:
    """What was realised in the years of look back `id` and is not compared, with the reason, once per reason."""
    per_reden: dict[str, list[str]] = {}
    for wat, reden in _blik(id, u).niet_vergeleken.items():
        per_reden.setdefault(reden, []).append(_naam_van(wat))
    rijen: list[list[Cel]] = [[_lijst(namen), Naam(reden, f"toets:{id}")] for reden, namen in per_reden.items()]
    return Tabel(["Niet vergeleken", "Reden"], rijen, [50, 50], cijfers=False)


def tabel_scorebord(*, u: Uitkomsten) -> Tabel:
    """Per look back, and over all of them: how far the model lies off, how far last year's value does, and how much the band holds."""
    koppen = [
        "Vanaf begin",
        "Cijfers",
        "Fout van het model",
        "Middelste fout",
        "Fout als vorig jaar",
        "Model bij die cijfers",
        "Binnen de band",
    ]
    rijen: list[list[Cel]] = []
    for groep in (*alle_terugblikken(u), _ALLES):
        naam: Cel = "samen" if groep == _ALLES else toetsjaar(groep, u=u)
        aantal = Getal(_score(u, groep).aantal, "cijfers", 1, f"toets:scorebord:{groep}", "aantal")
        velden = ("fout", "mediaan", "vorig", "model_naast_vorig", "deel_binnen")
        rijen.append([naam, aantal, *(score_van(groep, veld, u=u) for veld in velden)])
    return Tabel(koppen, rijen, [16, 10, 15, 14, 15, 15, 15])


def score_van(groep: str, veld: str, *, u: Uitkomsten) -> Getal:
    """A field of the score of one look back, or of all of them together (`alles`), as a share."""
    return Getal(getattr(_score(u, groep), veld), "aandeel", stap("aandeel"), f"toets:scorebord:{groep}", veld)


def kans_in_scorebord() -> Getal:
    """The probability with which the band of the scoreboard should hold what happens."""
    return Getal(KANS, "aandeel", stap("aandeel"), "toets:scorebord:band")


def scorewaarde(groep: str, veld: str, *, u: Uitkomsten) -> float:
    """The number that an origin `toets:scorebord:<groep>` names; of `band` the chance of the band itself."""
    return KANS if groep == "band" else float(getattr(_score(u, groep), veld))


@cache
def alle_doelen(u: Uitkomsten) -> tuple[Doel, ...]:
    """Every figure of every look back with its band and what anyone could have said of it."""
    return scorebord(u.ps, alle_terugblikken(u).values())


def _score(u: Uitkomsten, groep: str) -> Score:
    return score([doel for doel in alle_doelen(u) if groep in (doel.blik, _ALLES)])


def _naam_van(wat: str) -> str:
    """The name of an indicator, or of a domain."""
    return indicator(wat).naam if wat in indicatoren("extern") else wat


def _lijst(namen: Sequence[str]) -> str:
    tekst = opsomming([namen[0], *map(in_een_zin, namen[1:])])
    return tekst[0].upper() + tekst[1:]


def dichtbij(id: str, *, achteraf: bool = False, u: Uitkomsten) -> Woord:
    """How many of the figures the model is near: 3 van de 11 cijfers; with the input as it turned out when asked."""
    regels = [regel for regel in _blik(id, u).regels if not achteraf or regel.achteraf is not None]
    aantal = sum(_is_dichtbij(regel, achteraf) for regel in regels)
    werkwoord = "ligt" if aantal == 1 else "liggen"
    return Woord(f"{werkwoord} {aantal} van de {len(regels)} cijfers", aantal, f"toets:{id}")


def welke_dichtbij(id: str, *, achteraf: bool = False, u: Uitkomsten) -> Woord:
    """The names of the figures that the model is near, as a list in a sentence, of more years with the years; geen when there are none."""
    blik = _blik(id, u)
    jaren: dict[str, list[str]] = {}
    for regel in blik.regels:
        if _is_dichtbij(regel, achteraf):
            jaren.setdefault(indicator(regel.indicator).naam, []).append(str(regel.jaar))
    met_jaar = len(blik.ps.editie.jaren) > 1
    namen = [f"{naam} ({opsomming(bij)})" if met_jaar else naam for naam, bij in jaren.items()]
    return Woord(opsomming(namen or ["geen"]), sum(map(len, jaren.values())), f"toets:{id}")


def grens() -> Getal:
    """How far from what happened still counts as near."""
    return Getal(DICHTBIJ, "aandeel", stap("aandeel"), "toets:dichtbij")


def toetsjaar(id: str, nummer: int = 1, *, u: Uitkomsten) -> Naam:
    """The nth year of the look back `id`; -1 is the last."""
    jaren = _blik(id, u).ps.editie.jaren
    return Naam(str(jaren[nummer if nummer < 0 else nummer - 1]), f"toets:{id}")


def terug(id: str, indicator_id: str, jaar: int | None = None, *, achteraf: bool = False, u: Uitkomsten) -> Getal:
    """What the model of look back `id` gives for one of its figures, in its first year unless given; raises KeyError for another."""
    return _model(id, _regel(id, indicator_id, jaar, u), achteraf=achteraf)


def teruggezien(id: str, indicator_id: str, jaar: int | None = None, *, u: Uitkomsten) -> Zinsdeel:
    """Of one figure of look back `id` what the model gave, what happened and the deviation: 20 en was de realisatie 3 (+495%)."""
    regel = _regel(id, indicator_id, jaar, u)
    return Zinsdeel((_model(id, regel), " en was de realisatie ", _gerealiseerd(regel), " (", met_teken(_afwijking(id, regel)), ")"))


@cache
def alle_terugblikken(u: Uitkomsten) -> dict[str, Terugblik]:
    """Every look back of the project by its id, on the edition."""
    return {blik.id: blik for blik in terugblikken(u.ps, u.ps.wortel / "toetsing")}


def _blik(id: str, u: Uitkomsten) -> Terugblik:
    return alle_terugblikken(u)[id]


def _regel(id: str, indicator_id: str, jaar: int | None, u: Uitkomsten) -> Toetsregel:
    blik = _blik(id, u)
    jaar = jaar or blik.ps.editie.jaren[0]
    regel = next((r for r in blik.regels if (r.indicator, r.jaar) == (indicator_id, jaar)), None)
    if regel is None:
        raise KeyError(f"look back {id} has no {indicator_id} in {jaar}")
    return regel


def _naam(regel: Toetsregel) -> str:
    i = indicator(regel.indicator)
    return f"{i.naam} ({i.eenheid})"


def _is_dichtbij(regel: Toetsregel, achteraf: bool) -> bool:
    afwijking = regel.afwijking_achteraf if achteraf else regel.afwijking
    return afwijking is not None and is_dichtbij(afwijking)


def _gerealiseerd(regel: Toetsregel) -> Getal:
    eenheid = indicator(regel.indicator).eenheid
    return Getal(regel.gerealiseerd, eenheid, stap_klein(regel.gerealiseerd, eenheid), f"realisatie:{regel.indicator}", str(regel.jaar))


def _achteraf(id: str, regel: Toetsregel) -> tuple[Cel, Cel]:
    """What the model gives with the input as it turned out, and how far that lies off; empty for what is itself that input."""
    if regel.achteraf is None:
        return LEEG, LEEG
    return _model(id, regel, achteraf=True), met_teken(_afwijking(id, regel, achteraf=True))


def _model(id: str, regel: Toetsregel, *, achteraf: bool = False) -> Getal:
    eenheid = indicator(regel.indicator).eenheid
    waarde = regel.achteraf if achteraf else regel.model
    assert waarde is not None
    return Getal(waarde, eenheid, stap(eenheid), f"toets:{id}{'-achteraf' if achteraf else ''}:{regel.indicator}", str(regel.jaar))


def _afwijking(id: str, regel: Toetsregel, *, achteraf: bool = False) -> Getal:
    model, gerealiseerd = _model(id, regel, achteraf=achteraf), _gerealiseerd(regel)
    return Getal(model.waarde / gerealiseerd.waarde - 1, "aandeel", OP_AFWIJKING, f"{model.herkomst} / {gerealiseerd.herkomst} - 1")
