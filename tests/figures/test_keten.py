"""The picture of the chain: every card is in the model, every arrow is what the model declares, and nothing is left out."""

import re
from dataclasses import replace

import pytest
from matplotlib.text import Text

from figures import keten as figuur
from figures.stijl.labels import cijfer
from figures.stijl.rekening import rekening
from mpp import productiemodel
from mpp.herkomst.schakels import Groep, groep, schakels, van_stand
from mpp.productiemodel import Keten
from mpp.productiemodel.onderdelen import Deel
from mpp.productiemodel.verwijzing import P, S, V
from mpp.uitkomsten import indicatoren

KETEN = productiemodel.keten()


def beeld(u) -> str:
    return " ".join(t.get_text() for t in figuur.teken(u).findobj(Text) if t.get_text())


def model_zonder(weg: str) -> Keten:
    """The chain without this element and without all that reads it or flows to or from it, and so on."""

    def rust_op(onderdeel) -> set[str]:
        leest = {getattr(ref, "id", "") for ref in getattr(onderdeel, "leest", {}).values()}
        return {onderdeel.id, *leest, getattr(onderdeel, "van", ""), getattr(onderdeel, "naar", "")}

    over, deel = list(KETEN.onderdelen.values()), Deel()
    verdwenen = {weg}
    while geraakt := {o.id for o in over if rust_op(o) & verdwenen}:
        over, verdwenen = [o for o in over if o.id not in geraakt], verdwenen | geraakt
    deel.onderdelen = over
    return Keten((deel,))


def test_elke_pijl_is_een_schakel_die_het_model_verklaart():
    """What an arrow counts ends at its card, and from what it reads there is a way back to a stock or part of the other."""
    groepen = {naam: groep(KETEN, *ids) for naam, ids in figuur.KAARTEN.items()}

    def komt_uit(id: str, bron: Groep, gezien: set[str]) -> bool:
        b = KETEN.berekeningen.get(id)
        if id in bron.telt or (b.van if b else id) in bron.voorraden:
            return True
        verder = {getattr(ref, "id", "") for ref in b.leest.values()} - gezien if b else set()
        gezien |= verder
        return any(komt_uit(ander, bron, gezien) for ander in verder)

    for pijl, stromen in figuur.pijlstromen().items():
        van, naar = groepen[pijl.van], groepen[pijl.naar]
        assert stromen
        for id in stromen:
            assert KETEN.berekeningen[id].naar in naar.voorraden or id in naar.telt
            assert komt_uit(id, van, {id})


def test_elke_schakel_tussen_de_kaarten_is_getekend():
    links = schakels(KETEN, {naam: groep(KETEN, *ids) for naam, ids in figuur.KAARTEN.items()})
    getekend = {id for stromen in figuur.pijlstromen().values() for id in stromen}
    assert getekend == set(links)


def test_een_pijl_telt_elke_stroom_een_keer(u):
    alle = [id for stromen in figuur.pijlstromen().values() for id in stromen if id != "instroom.nareis"]
    assert len(alle) == len(set(alle))


@pytest.mark.parametrize("weg", ["dtv.instroom_ind", "nidos.instroom", "rvs.gegrond"])
def test_een_pijl_waarvan_de_stroom_is_verdwenen_is_een_fout(monkeypatch, weg):
    monkeypatch.setattr(productiemodel, "keten", lambda: model_zonder(weg))
    with pytest.raises(LookupError, match=r"no flow of the model|the model has no"):
        figuur.pijlstromen.__wrapped__()


@pytest.mark.parametrize("weg", ["dtv.caseload", "rvdr.beroepen_voorraad", "ind.nareis.voorraad"])
def test_een_kaart_waarvan_de_voorraad_is_verdwenen_is_een_fout(monkeypatch, weg):
    monkeypatch.setattr(productiemodel, "keten", lambda: model_zonder(weg))
    with pytest.raises(LookupError, match=weg):
        figuur.pijlstromen.__wrapped__()


def test_een_schakel_loopt_langs_de_verklaring_en_niet_door_een_andere_groep():
    deel = Deel()
    for voorraad in "abc":
        deel.voorraad(voorraad, laag="zaken", begin=f"begin_{voorraad}")

    @deel.stroom("a_uit", van="a")
    def a_uit(a=V("a")):
        return a

    @deel.grootheid("deels")
    def deels(uit=S("a_uit"), deel=P("deel", "zaken")):
        return uit * deel

    @deel.stroom("b_in", naar="b")
    def b_in(deels=S("deels")):
        return deels

    @deel.stroom("b_naar_c", van="b", naar="c")
    def b_naar_c(b=V("b")):
        return b

    @deel.stroom("c_in", naar="c")
    def c_in(aantal=P("aantal", "zaken")):
        return aantal

    keten = Keten((deel,))
    groepen = {naam: groep(keten, naam) for naam in "abc"}
    assert groepen["a"] == Groep(("a",), ())
    assert schakels(keten, groepen) == {"b_in": ("b", ("a",)), "b_naar_c": ("c", ("b",))}


def test_wat_een_pijl_telt_mag_in_elk_document_staan():
    assert {id for stromen in figuur.pijlstromen().values() for id in stromen} <= indicatoren("extern").keys()


def test_bij_elke_pijl_staat_haar_stroom_in_het_jaar_in_beeld_en_in_alt(u):
    getekend, alt = beeld(u), figuur.alt(u)
    stromen = figuur.gegevens(u).query("soort == 'pijl'")
    assert len(stromen) == len(figuur.PIJLEN)
    for pijl, (_, rij) in zip(figuur.PIJLEN, stromen.iterrows(), strict=True):
        assert f"{cijfer(rij['medio'])} {' '.join(pijl.woorden)}" in getekend
        assert f"van {pijl.van} naar {pijl.naar}: {pijl.naam} {cijfer(rij['medio'])}" in alt


@pytest.mark.parametrize("id", figuur.REKENINGEN.values())
def test_de_berekening_onder_een_stand_klopt_met_alle_stromen_van_het_model(u, id):
    """And as displayed it adds up to within a step of rounding."""
    voorraden, r = set(van_stand(KETEN, id)), rekening(u, id)
    uit = [s.id for s in KETEN.stromen.values() if s.van in voorraden and s.naar not in voorraden]
    assert r.eraf == pytest.approx(sum(u.waarde(s, u.jaren[0]) for s in uit))
    assert r.eind == u.waarde(id, u.jaren[0])
    getoond = [int(getal.replace(".", "")) for getal in re.findall(r"[\d.]+", f"{r.tekst} {cijfer(r.eind)}")]
    assert getoond[0] + getoond[1] - getoond[2] == pytest.approx(getoond[3], abs=10)
    for deel in (r.begin, r.erbij, r.eraf):
        assert cijfer(deel) in figuur.alt(u)
    assert " ".join(beeld(u).split()).find(r.tekst.partition(" + ")[2]) > 0


def test_wat_geen_stand_is_heeft_geen_berekening(u):
    with pytest.raises(KeyError):
        rekening(u, "gemeenten.gehuisvest")


def test_het_beeld_zegt_dat_het_niet_alles_toont(u):
    assert "Niet alles wat afgaat, is als pijl getekend" in beeld(u)


def test_elk_getal_van_het_beeld_staat_ook_in_alt_en_in_de_gegevens(u):
    alt, gegevens = figuur.alt(u), {cijfer(waarde) for waarde in figuur.gegevens(u)["medio"]}
    getallen = [t.get_text() for t in figuur.teken(u).findobj(Text) if re.fullmatch(r"−?\d[\d.]*\d|\d", t.get_text())]
    assert len(getallen) > 30
    for getal in getallen:
        assert getal in alt
        assert getal in gegevens


def test_de_delen_van_een_totaal_zijn_die_van_het_register(u, monkeypatch):
    from mpp.uitkomsten import register

    for totaal in ("instroom.totaal", "ind.spoor4.beslissingen", "coa.bezetting"):
        assert set(figuur.delen(totaal)) <= set(figuur.DELEN)
    meer = replace(register()["instroom.totaal"], delen=("instroom.eerste_aanvragen", "instroom.amv"))
    monkeypatch.setitem(register(), "instroom.totaal", meer)
    with pytest.raises(KeyError, match=r"instroom\.amv"):
        figuur.teken(u)
