"""A sentence that stops being true is found; one whose words are computed, or that compares nothing, is not."""

from __future__ import annotations

import pytest

from mpp.getal.getal import Getal, Woord
from mpp.getal.woorden import hoger_lager, meer_minder, stijgt_daalt, verschil
from tests.perturbatie.oordeel import vergelijk
from tests.taal.zin import alinea, n, r


def soorten(tekst: str, was: tuple, nu: tuple) -> set[str]:
    """The kinds of fault in a text that was written beside some numbers and now stands beside others."""
    beelden = [{"een.qmd": [("5", zin) for zin in alinea(tekst, *plekken)]} for plekken in (was, nu)]
    return {vondst.soort for vondst in vergelijk(*beelden, "proef")}


def paar(eerst: float, dan: float) -> tuple[Getal, Getal]:
    """The bezetting of the year before and of the first year."""
    return r("coa.bezetting", "2022-12-31", eerst), n("coa.bezetting", 2023, waarde=dan)


STIJGING, DALING, NIETS = paar(50_000, 70_000), paar(70_000, 50_000), paar(50_000, 50_000)


@pytest.mark.parametrize(
    "tekst",
    [
        "Van {} stijgt de bezetting naar {}.",
        "Na {} is {} hoger dan verwacht.",
        "De bezetting was {} en wordt {}; dat is naar boven bijgesteld.",
        "De grootste groep telde {} mensen, tegen {} nu.",
        "De bezetting was {}. Zij wordt {}. Dat ligt boven de verwachting.",
        "Na {} neemt de bezetting toe tot {}.",
    ],
)
def test_een_getypte_vergelijking_die_omdraait(tekst):
    assert soorten(tekst, STIJGING, DALING)
    assert soorten(tekst, STIJGING, NIETS)
    assert soorten(tekst, STIJGING, paar(51_000, 75_000)) == set()


def test_een_berekende_vergelijking_draait_zelf_mee():
    def plekken(a, b):
        return stijgt_daalt(a, b), a, b

    assert soorten("De bezetting {} van {} naar {}.", plekken(*STIJGING), plekken(*DALING)) == set()
    assert soorten("De bezetting {} van {} naar {}.", plekken(*STIJGING), plekken(*NIETS)) == {"gelijk"}
    assert soorten("De bezetting {}: zij was {} en is {}.", plekken(*STIJGING), plekken(*NIETS)) == set()


def test_een_verschil_zonder_teken_heeft_een_berekend_woord():
    def plekken(a, b):
        return verschil(a, b), meer_minder(b, a)

    assert soorten("Dat zijn er {} meer.", plekken(*STIJGING)[:1], plekken(*DALING)[:1]) == {"zonder woord"}
    assert soorten("Dat zijn er {} {}.", plekken(*STIJGING), plekken(*DALING)) == set()
    assert soorten("Dat zijn er {} {}.", plekken(*STIJGING), plekken(*NIETS)) == {"nul"}


def test_een_verandering_die_van_teken_wisselt():
    def plekken(a, b):
        return (b - a,)

    assert soorten("Dat is een toename met {}.", plekken(*STIJGING), plekken(*DALING)) == {"teken"}
    assert "nul" in soorten("Dat is een toename met {}.", plekken(*STIJGING), plekken(*NIETS))
    assert soorten("Het effect is {}.", plekken(*STIJGING), plekken(*DALING)) == set()


def test_ook_zegt_dat_twee_dingen_gelijk_lopen():
    tekst = "De instroom is in het eerste jaar {} en in het laatste ook {}."
    hoger, lager = hoger_lager(*STIJGING[::-1]), hoger_lager(*DALING[::-1])
    assert soorten(tekst, (hoger, hoger), (lager, lager)) == set()
    assert soorten(tekst, (hoger, hoger), (hoger, lager)) == {"ook"}


def test_een_gevolg_draait_met_zijn_oorzaak_mee():
    tekst = "Er komen {} zaken bij en er worden {} afgedaan. De voorraad {} daardoor."
    erbij, eraf = (n(f"ind.spoor4.{wat}", 2023, waarde=aantal) for wat, aantal in (("instroom", 40_000), ("beslissingen", 20_000)))
    meer_eraf = n("ind.spoor4.beslissingen", 2023, waarde=60_000)
    stijgt, daalt = stijgt_daalt(*STIJGING), stijgt_daalt(*DALING)
    assert soorten(tekst, (erbij, eraf, stijgt), (erbij, meer_eraf, daalt)) == set()
    assert soorten(tekst, (erbij, eraf, stijgt), (erbij, eraf, daalt)) == {"oorzaak"}


def test_een_bandbreedte_loopt_van_laag_naar_hoog():
    def band(laag, hoog):
        return n("dtv.instroom", 2023, "minimum", laag), n("dtv.instroom", 2023, "maximum", hoog)

    assert soorten("De bandbreedte loopt van {} tot {}.", band(10_000, 20_000), band(30_000, 20_000)) == {"grenzen"}
    assert soorten("In het minimum is het {}, in het maximum {}.", band(10_000, 20_000), band(30_000, 20_000)) == set()


@pytest.mark.parametrize("woord", ["ruim", "bijna", "circa", "ongeveer", "rond de"])
def test_een_getypt_ongeveer_voor_een_getal(woord):
    assert soorten(f"Er zijn {woord} {{}} mensen.", STIJGING[:1], STIJGING[:1]) == {"ongeveer"}
    berekend = Woord("ruim 50.000", 50_004, "realisatie:coa.bezetting[2022-12-31]")
    assert soorten("Er zijn {} mensen.", (berekend,), (berekend,)) == set()


def test_wat_niet_met_elkaar_te_vergelijken_is_telt_niet():
    zaken = (n("coa.bezetting", 2023, waarde=1_000), n("ind.asiel.voorraad", 2023, waarde=2_000))
    andersom = (n("coa.bezetting", 2023, waarde=2_000), n("ind.asiel.voorraad", 2023, waarde=1_000))
    assert soorten("Er zijn {} mensen, en meer dan {} zaken.", zaken, andersom) == set()
