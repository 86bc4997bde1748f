"""The risks and uncertainties of an organisation, each with what the chain does when it comes true."""

from __future__ import annotations

from collections.abc import Sequence

from mpp.getal.cijfers import ingevoerd
from mpp.getal.getal import Getal, InTekst, Naam, Woord, Zinsdeel, opgesomd
from mpp.getal.gevoeligheid import effecten, omvang
from mpp.getal.tabel import Cel, Tabel
from mpp.getal.verwijzing import bron
from mpp.getal.woorden import met_teken
from mpp.ronde.risicos import Risico, risicos
from mpp.uitkomsten import Uitkomsten, indicator
from mpp.uitkomsten.gevoeligheid import INSTROOM
from mpp.uitkomsten.wijzigingen import Wijziging
from mpp.weergave.afronding import stap_ingevoerd
from mpp.weergave.opmaak import in_een_zin

_EINDEN = {"laag": "minimum", "hoog": "maximum"}


def tabel_risicos(partners: str | Sequence[str], jaar: int, domein: str = "", *, u: Uitkomsten) -> Tabel:
    """Every risk in the register of an organisation, or of some: its likelihood and ground, what changed, the effect in `jaar` on medio.

    With `domein` only those of which the (first) effect is in it. Raises Fout with every problem in the register.
    """
    van = (partners,) if isinstance(partners, str) else partners
    alle = (risico for risico in risicos(u.ps) if risico.partner in van)
    eigen = [risico for risico in alle if domein in ("", indicator(risico.effect[0]).domein)]
    effect = Zinsdeel(("Effect in ", Naam(str(jaar), "editie:jaren")))
    rijen: list[list[Cel]] = [
        [risico.risico, _kans(risico, u), opgesomd([_anders(w, jaar, u) for w in risico.wijzigingen]), _effect(risico, jaar, u)]
        for risico in eigen
    ]
    return Tabel(["Risico of onzekerheid", "Kans en grond", "Wat is veranderd", effect], rijen, [27, 20, 25, 28], cijfers=False)


def _kans(risico: Risico, u: Uitkomsten) -> InTekst:
    if risico.bron:
        return Zinsdeel((f"{risico.kans} (", bron(risico.bron, u=u), ")"))
    return Zinsdeel((f"{risico.kans} (aanname: {in_een_zin(str(risico.aanname)).rstrip('.')})",))


def _anders(w: Wijziging, jaar: int, u: Uitkomsten) -> Zinsdeel:
    """What a change is, in words: productie in spoor 4 10% lager; wachttijd 29 weken (laag) in place of 14."""
    naam = in_een_zin(u.gevoeligheid.naam(w.parameter))
    if not w.naar:
        return Zinsdeel((f"{naam} ", *_met_eenheid(omvang(w, u=u)), " ", _richting(w, u)))
    if w.parameter == INSTROOM:
        return Zinsdeel((f"{naam} van het {_EINDEN[w.naar]}",))
    parameter = u.ps[w.parameter]
    periode = next((p for p in (str(jaar), f"{jaar}-1") if p in parameter.waarden), next(iter(parameter.waarden)))
    gegeven = getattr(parameter.waarden[periode], w.naar)
    kant, sleutel = (parameter.waarden[periode].waarde, periode) if gegeven is None else (gegeven, f"{periode}|{w.naar}")
    waarde = ingevoerd(kant, parameter.eenheid, stap_ingevoerd(kant, parameter.eenheid), f"parameter:{w.parameter}", sleutel, u)
    return Zinsdeel((f"{naam} op {w.naar} (", *_met_eenheid(waarde), ")"))


def _met_eenheid(getal: Getal) -> tuple[InTekst | str, ...]:
    return (getal,) if getal.eenheid in ("aandeel", "factor") else (getal, f" {getal.eenheid}")


def _richting(w: Wijziging, u: Uitkomsten) -> Woord:
    """Whether a change makes its parameter hoger or lager, by the change itself."""
    grootte = omvang(w, u=u)
    omlaag = w.plus < 0 or (not w.plus and w.maal < 1)
    teken = f"0 - {grootte.herkomst}" if omlaag else f"{grootte.herkomst} - 0"
    return Woord("lager" if omlaag else "hoger", (-1 if omlaag else 1) * grootte.afgerond, teken, grootte.op)


def _effect(risico: Risico, jaar: int, u: Uitkomsten) -> Zinsdeel:
    """The difference with medio of each indicator, with its sign."""
    (verschillen,) = effecten([risico.wijzigingen], risico.effect, jaar, u=u)
    return opgesomd([_verschil(id, verschil) for id, verschil in zip(risico.effect, verschillen, strict=True)], "; ", "; ")


def _verschil(id: str, verschil: Getal) -> Zinsdeel:
    naam = f"{in_een_zin(indicator(id).naam)}: "
    return Zinsdeel((naam, met_teken(verschil), f" {verschil.eenheid}"))
