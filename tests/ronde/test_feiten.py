"""A sentence that belongs to one edition stands in its documents, is in no other, and leaves no trace there."""

from datetime import date
from types import SimpleNamespace

import pytest

from mpp.documenten.teksten import Teksten
from mpp.documenten.variant import bladzijden
from mpp.getal.getal import VERVALLEN
from mpp.getal.woordenschat import gebonden
from mpp.glossarium import lees_glossarium
from mpp.problemen import Fout
from mpp.render.feitteksten import buiten_deelverzameling, met_feiten
from mpp.ronde.feiten import lees_feiten
from mpp.ronde.status import bepaal_status
from tests.editie import PROJECT

FEIT = 'brief:\n  editie: "2023-1"\n  sinds: 2023-04-28\n  tekst: De brief telt `{python} p("coa.bezettingspercentage", 2023)`.\n'


@pytest.fixture
def vraag(tmp_path, u):
    """Ask for a fact of this file in the edition with this id."""

    def _vraag(id, feiten=FEIT, editie="2023-1"):
        (tmp_path / "feiten.yml").write_text(feiten, encoding="utf-8")

        ps = _Parameters(u.ps, tmp_path)
        anders = SimpleNamespace(ps=ps, jaren=u.jaren, editie=u.editie.model_copy(update={"id": editie}), waarde=u.waarde)
        return gebonden("feit", lambda: anders)(id)

    return _vraag


class _Parameters:
    """The parameters of the edition, in another folder."""

    def __init__(self, ps, wortel):
        self._ps, self.wortel = ps, wortel

    def __getattr__(self, naam):
        return getattr(self._ps, naam)

    def __getitem__(self, id):
        return self._ps[id]


def test_in_zijn_editie_staat_een_feit_er_met_zijn_getallen(vraag):
    assert vraag("brief").tekst == "De brief telt 96%."
    assert 'data-bron="parameter:coa.bezettingspercentage"' in vraag("brief")._repr_markdown_()


def test_in_een_andere_editie_staat_er_niets_en_wordt_niets_berekend(vraag):
    weg = vraag("brief", FEIT.replace("2023)", "1999)"), editie="2023-2")
    assert (weg.tekst, weg.__html__()) == ("", "")
    assert VERVALLEN in weg._repr_markdown_()


def test_een_feit_dat_vervalt_staat_er_niet_en_is_wel_nagelezen(vraag):
    assert vraag("brief", 'brief: {editie: "2023-1", vervalt: Er is geen brief.}\n').tekst == ""


@pytest.mark.parametrize(
    ("oud", "nieuw", "code", "woord"),
    [
        ("brief:", "brieven:", "feit-onbekend", "brieven"),
        ('editie: "2023-1"', "sinds_wanneer: nu", "feit-onjuist", "editie"),
        ("sinds: 2023-04-28", "sinds: april", "feit-onjuist", "geen dag"),
        ("  sinds: 2023-04-28\n", "", "feit-onjuist", "sinds wanneer"),
        ("  tekst: De brief", "  vervalt: Nee.\n  tekst: De brief", "feit-onjuist", "een van de twee"),
        ("sinds: 2023-04-28", "sinds: 2023-04-28\n  later: Later", "feit-onjuist", "geen reden"),
        ("sinds: 2023-04-28", "sinds: 2023-04-28\n  gelezen: ja", "feit-onjuist", "wie het nalas"),
        ("sinds: 2023-04-28", "sinds: 2023-04-28\n  gelezen: {door: '?', datum: 2023-04-01}", "feit-onjuist", "wie het nalas"),
        ("p(", "pp(", "feit-onjuist", "pp bestaat niet"),
        ("p(", "p.__class__(", "feit-onjuist", "__class__ kan hier niet"),
        ('p("coa.bezettingspercentage", 2023)', '"tekst"', "feit-onjuist", "geen getal"),
        ("2023)", "1999)", "getal-periode-onbekend", "1999"),
        ("bezettingspercentage", "bezetingspercentage", "parameter-onbekend", "bezetingspercentage"),
    ],
)
def test_wat_er_mankeert_wordt_met_zijn_regel_gemeld(vraag, oud, nieuw, code, woord):
    assert oud in FEIT
    with pytest.raises(Fout) as fout:
        vraag("brief", FEIT.replace(oud, nieuw, 1))
    p = next(p for p in fout.value.problemen if p.code == code)
    assert woord in str(p)
    assert code == "feit-onbekend" or (p.bestand == "feiten.yml" and p.regel)


PLEK = f"`{VERVALLEN}`{{=html}}"


@pytest.mark.parametrize(
    ("bron", "over"),
    [
        (f"Ervoor.\n{PLEK}\nErna.\n", "<p>Ervoor. Erna.</p>"),
        (f"Ervoor.\n\n{PLEK}\n\nErna.\n", "<p>Ervoor.</p>\n<p>Erna.</p>"),
        (f"{PLEK}\nErna.\n", "<p>Erna.</p>"),
        (f"Ervoor.\n{PLEK}\n", "<p>Ervoor.</p>"),
        (f"Het plan staat{PLEK}.\n", "<p>Het plan staat.</p>"),
        (f"{PLEK}\n{PLEK}\n", ""),
        (f"- een\n- {PLEK}\n- twee\n", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>"),
        (f"Ervoor:\n\n- {PLEK}\n", "<p>Ervoor:</p>"),
        (f'::: {{.callout-note title="Let op"}}\n{PLEK}\n:::\n\nErna.\n', "<p>Erna.</p>"),
    ],
)
def test_wat_vervalt_laat_niets_leegs_achter(bron, over):
    from mpp.render.pandoc import naar_html

    assert naar_html(bron, "1")[0].strip() == over


def test_wanneer_een_feit_bekend_werd_volgt_uit_zijn_laatste_bron():
    feiten = lees_feiten(PROJECT.wortel)
    ps = PROJECT.laad()
    assert feiten["ind-voorraad-april"].bekend(ps.bronnen) == date(2023, 7, 13)
    assert all(feit.bekend(ps.bronnen) for feit in feiten.values())


def test_elk_feit_van_de_meegeleverde_editie_noemt_haar():
    ps = PROJECT.laad()
    assert {feit.editie for feit in lees_feiten(PROJECT.wortel).values()} == {ps.editie.id}


def test_in_een_tekst_van_communicatie_valt_een_vervallen_feit_weg_en_een_regel_die_niets_anders_is_ook(tmp_path, vraag):
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "teksten.yml").write_text('regels:\n  - "{{ brief }}"\n  - Er is een plan{{ brief }}.\n', encoding="utf-8")
    glossarium = lees_glossarium(PROJECT.wortel / "glossary.yml")
    hier, elders = (
        Teksten(tmp_path / "t" / "teksten.yml", {"brief": vraag("brief", editie=editie)}, glossarium, PROJECT.laad())
        for editie in ("2023-1", "2023-2")
    )
    assert (hier.aantal("regels"), elders.aantal("regels")) == (2, 1)
    assert elders("regels.0") == "Er is een plan."
    assert list(elders.problemen()) == []


def test_wat_in_een_feit_is_getypt_telt_als_getypt_in_het_hoofdstuk(tmp_path):
    (tmp_path / "feiten.yml").write_text(FEIT, encoding="utf-8")
    assert "De brief telt" in met_feiten('Ervoor. `{python} feit("brief")`', tmp_path)
    assert list(buiten_deelverzameling(tmp_path)) == []
    (tmp_path / "feiten.yml").write_text(FEIT.replace("De brief", "De <b>brief</b>"), encoding="utf-8")
    assert {(p.code, p.bestand) for p in buiten_deelverzameling(tmp_path)} == {("rauwe-opmaak", "feiten.yml")}


def test_een_variant_van_een_andere_editie_wordt_niet_gemaakt(u):
    anders = SimpleNamespace(ps=u.ps, editie=u.editie.model_copy(update={"id": "2023-2"}))
    with pytest.raises(Fout) as fout:
        bladzijden("baa", anders, bepaal_status(u))
    (p,) = fout.value.problemen
    assert (p.code, str(p.bestand), p.gegevens["van"]) == ("variant-andere-editie", "varianten/baa.yml", "2023-1")
    assert p.regel == 4
