"""A formula is explained by its own source: what is written down computes what the model computes."""

import re
from dataclasses import replace

import numpy as np
import pytest

from mpp.herkomst.formule import _omgeving, uitdrukking
from mpp.herkomst.notatie import NOTATIE, getal, leesnaam
from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Berekening, Deel
from mpp.productiemodel.reeks import verhouding
from mpp.productiemodel.verwijzing import P, S
from mpp.uitkomsten import SCENARIOS
from mpp.uitkomsten.scenarios import per_scenario

TIENDE = 1 / 10


def helft(bedrag, deel=2):
    geheel = bedrag + 0
    return geheel / deel


def als_python(tekst: str) -> str:
    """The notation of an explanation turned back into Python."""
    tekst = re.sub(r"(?<=\d)\.(?=\d{3})", "", tekst)
    tekst = re.sub(r"(?<=\d),(?=\d)", ".", tekst)
    terug = {"; ": ", ", " ^ ": " ** ", " × ": " * ", "−": "-", " en ": " & ", " of ": " | ", " voor elke ": " for ", " van ": " in "}
    for notatie, python in terug.items():
        tekst = tekst.replace(notatie, python)
    return tekst


def leesbare_omgeving(formule):
    """What the names in a written formula stand for, besides its arguments: with it, the text can be computed."""
    functies = {leesbaar: getattr(np, naam) for naam, leesbaar in NOTATIE.items()}
    return {leesnaam(naam): waarde for naam, waarde in _omgeving(formule).items()} | functies


def volgens_de_tekst(b: Berekening):
    """The formula that does what the explanation says, and knows nothing of the code."""
    *stappen, uitkomst = (als_python(tekst) for tekst in uitdrukking(b.formule).teksten)
    omgeving, namen = leesbare_omgeving(b.formule), [leesnaam(naam) for naam in b.leest]

    def formule(*argumenten):
        ruimte = {**omgeving, **dict(zip(namen, argumenten, strict=True))}
        for stap in stappen:
            exec(stap, ruimte)
        return eval(uitkomst, ruimte)

    return formule


def test_het_model_rekent_hetzelfde_als_zijn_formules_worden_gelezen_zoals_ze_worden_uitgelegd(u, keten):
    deel = Deel()
    deel.onderdelen = [replace(o, formule=volgens_de_tekst(o)) if isinstance(o, Berekening) else o for o in keten.onderdelen.values()]
    instroom = np.stack([u.prognose.scenario(s) for s in SCENARIOS])
    model, tekst = (k.rekenen(u.ps, instroom, anders=per_scenario(u.ps)).reeksen for k in (keten, Keten((deel,))))
    assert model.keys() == tekst.keys()
    for id, reeks in model.items():
        assert tekst[id] == pytest.approx(reeks, rel=1e-12, abs=1e-9), id


def test_elke_formule_zegt_in_woorden_wat_zij_betekent(keten):
    for b in keten.berekeningen.values():
        assert b.betekenis.endswith("."), b.id


def test_alles_wat_een_formule_leest_telt_in_haar_mee(keten):
    for b in keten.berekeningen.values():
        tekst = " ".join(uitdrukking(b.formule).teksten)
        assert {naam for naam in b.leest if not re.search(rf"\b{leesnaam(naam)}\b", tekst)} == set(), b.id


def test_een_formule_staat_er_zoals_in_een_nederlands_rekenblad():
    def formule(productie=P("a", "zaken"), voorraad=S("b"), aandeel=P("c", "zaken")):
        return np.minimum(productie / 12, voorraad * 0.5) - np.where(np.isnan(aandeel), 1e6, -aandeel) ** 2

    assert uitdrukking(formule).teksten == ("min(productie / 12; voorraad × 0,5) − als(niet_gegeven(aandeel); 1.000.000; −aandeel) ^ 2",)


def test_wat_alleen_de_vorm_geeft_telt_niet_mee():
    def formule(eerste=S("a"), aantal=P("b", "zaken")):
        return np.full_like(eerste, aantal / 12) + (np.zeros_like(eerste) + aantal)

    assert uitdrukking(formule).teksten == ("aantal / 12 + aantal",)


def test_stappen_met_een_naam_blijven_stappen():
    def formule(a=S("a"), b=S("b")):
        """Iets."""
        som = a + b
        deel: float = verhouding(a, som)
        return deel * 2

    lezing = uitdrukking(formule)
    stappen = lezing.reken({"a": np.array([1000.0]), "b": np.array([3000.0])})
    assert lezing.teksten == ("som = a + b", "deel = verhouding(a; som)", "deel × 2")
    assert lezing.vul(stappen) == ("som = 1.000 + 3.000 = 4.000", "deel = verhouding(1.000; 4.000) = 0,25", "0,25 × 2 = 0,5")
    assert stappen[-1].uitkomst == 0.5


def test_andere_functies_en_vaste_getallen_worden_erbij_uitgelegd():
    def formule(helft_=S("a")):
        return helft(helft_) * TIENDE

    lezing = uitdrukking(formule)
    assert lezing.teksten == ("helft(helft_) × tiende",)
    assert lezing.waarin == ("tiende = 0,1", "helft(bedrag; deel):", "  geheel = bedrag + 0", "  geeft geheel / deel")
    assert lezing.vul(lezing.reken({"helft_": np.array([8.0])})) == ("helft(8) × 0,1 = 0,4",)


def test_een_formule_uit_een_lus_kent_haar_eigen_waarden():
    def maak(factor):
        def formule(a=S("a")):
            return a * factor

        return formule

    twee, drie = (uitdrukking(maak(factor)) for factor in (2, 3))
    assert twee.teksten == drie.teksten == ("a × factor",)
    assert (twee.waarin, drie.waarin) == (("factor = 2",), ("factor = 3",))
    assert drie.reken({"a": np.array([5.0])})[-1].uitkomst == 15


def test_een_naam_van_de_formule_zelf_gaat_voor():
    def formule(helft=S("a"), TIENDE=P("b", "zaken")):  # noqa: N803
        return helft * TIENDE

    lezing = uitdrukking(formule)
    assert lezing.waarin == ()
    assert lezing.vul(lezing.reken({"helft": np.array([4.0]), "TIENDE": 0.5})) == ("4 × 0,5 = 2",)


def test_een_negatief_getal_staat_tussen_haakjes_en_een_leeg_heet_niet_gegeven():
    def formule(a=S("a"), b=P("b", "zaken")):
        return a - np.where(np.isnan(b), a, b)

    lezing = uitdrukking(formule)
    assert lezing.vul(lezing.reken({"a": np.array([-1000.0]), "b": np.nan})) == (
        "(−1.000) − als(niet_gegeven(niet gegeven); (−1.000); niet gegeven) = 0",
    )


def test_een_formule_die_niet_als_stappen_te_lezen_is_wordt_geweigerd():
    def vertakt(a=S("a")):
        if a:
            return a
        return 0

    def zonder_uitkomst(a=S("a")):
        a + 1

    for formule in (vertakt, zonder_uitkomst):
        with pytest.raises(ValueError, match=formule.__name__):
            uitdrukking(formule)
    with pytest.raises(ValueError, match="not written as a function"):
        uitdrukking(lambda a=1: a)


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [(0, "0"), (91_981.6, "91.982"), (12.5, "12,5"), (0.012345, "0,01235"), (-3, "−3"), (99.999, "100"), (float("nan"), "niet gegeven")],
)
def test_een_getal_is_zo_nauwkeurig_als_nodig(waarde, tekst):
    assert getal(waarde) == tekst
