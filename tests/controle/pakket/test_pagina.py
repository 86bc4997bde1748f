"""Each number on a page is the one of its name, or a date, law or name that a source has so."""

import pytest

from mpp.getal.cijfers import editie_voluit, jaar, n, p, r, verklaring
from mpp.getal.woorden import hoger_lager, met_teken, ongeveer
from mpp.uitkomsten import indicator
from mpp.uitkomsten.register import register


@pytest.fixture
def bezetting(u):
    return n("coa.bezetting", u.jaren[0], u=u)


def html(getal) -> str:
    return f"<p>Het zijn er {getal.__html__()} aan het eind.</p>"


def test_een_getal_onder_zijn_naam_is_verantwoord(lees, bezetting):
    (verslag,) = lees(html(bezetting))
    assert (verslag.gezien, verslag.verantwoord, verslag.problemen) == (1, 1, [])


def test_een_ander_cijfer_onder_die_naam_niet(lees, bezetting):
    anders = html(bezetting).replace(f">{bezetting.tekst}<", ">12.340<")
    (verslag,) = lees(anders)
    (probleem,) = verslag.problemen
    assert (verslag.gezien, verslag.verantwoord, probleem.code) == (1, 0, "pakket-getal")
    assert (
        f"12.340 is niet verantwoord (p): indicator:coa.bezetting ({bezetting.sleutel.replace('|', ', ')}) is {bezetting.tekst}"
        in probleem.wat
    )
    assert "‘Het zijn er 12.340 aan het eind.’" in probleem.wat


@pytest.mark.parametrize(
    ("van", "naar", "reden"),
    [
        ("coa.bezetting", "coa.bezet", "bestaat niet in de uitkomsten"),
        ("|medio", "|middel", "bestaat niet in de uitkomsten"),
        ('data-afronding="10"', 'data-afronding="1"', "is "),
        ('value="', 'value="1', "de waarde erbij is"),
        ("2023|", "2024|", "is "),
    ],
)
def test_een_andere_naam_sleutel_waarde_of_afronding_wordt_gezien(redenen, bezetting, van, naar, reden):
    assert van in html(bezetting)
    ((_, gevonden),) = redenen(html(bezetting).replace(van, naar))
    assert reden in gevonden


def test_wat_een_realisatie_weglaat_staat_erbij(lees, u):
    """The number is accounted for, and it is told that the page does not say what it leaves out."""
    zin = html(r("instroom.totaal", 2022, u=u))
    (verslag,) = lees(zin)
    (probleem,) = verslag.problemen
    assert (verslag.gezien, verslag.verantwoord, probleem.code) == (1, 1, "pakket-voorbehoud")
    assert probleem.wat.startswith("Bij 47.990 staat niet dat dit zonder hervestiging en relocatie is")
    (verslag,) = lees(zin.replace(" aan het eind", ", zonder hervestiging en relocatie"))
    assert verslag.problemen == []


@pytest.mark.parametrize("maak", [editie_voluit, verklaring])
def test_wat_een_editie_van_zichzelf_zegt_is_precies_wat_in_haar_bestand_staat(redenen, u, maak):
    zin = f"<p>Dit is {maak(u=u).__html__()}</p>"
    assert redenen(zin) == []
    assert redenen(zin.replace("2023", "2024"))


def test_een_tabel_rondt_een_indicator_niet_verder_af_dan_de_andere(redenen, bezetting):
    grof = bezetting.met(op=1000)
    assert redenen(html(grof)) == []
    ((_, reden),) = redenen(f"<table><tr><td>{grof.__html__()}</td></tr></table>")
    assert reden.endswith("wordt overal op 10 afgerond, hier op 1000")


def test_een_grens_van_een_parameter_heeft_zijn_eigen_sleutel(redenen, u):
    parameter = next(q for q in u.ps.parameters.values() if any(w.laag is not None for w in q.waarden.values()))
    periode = next(naam for naam, w in parameter.waarden.items() if w.laag is not None)
    laag = p(parameter.id, periode, u=u)
    element = (
        f'<data class="getal" value="{{}}" data-bron="parameter:{parameter.id}" data-sleutel="{periode}|laag" data-afronding="0.000001">'
    )
    waarde = parameter.waarden[periode].laag
    from mpp.weergave.opmaak import opmaak

    assert redenen(f"<p>{element.format(f'{waarde:.10g}')}{opmaak(waarde, parameter.eenheid, 1e-6)}</data></p>") == []
    assert len(redenen(f"<p>{element.format(f'{waarde:.10g}')}{laag.tekst}</data></p>")) >= 1


def test_een_getal_staat_in_zijn_eigen_eenheid(redenen, bezetting, u):
    assert len(redenen(html(bezetting).replace(f">{bezetting.tekst}<", f">{bezetting.tekst}00%<"))) == 1
    aandeel = next(i for i in register().values() if i.eenheid == "aandeel" and i.niveau == "extern")
    deel = n(aandeel.id, u.jaren[0], u=u)
    assert redenen(html(deel)) == []
    assert len(redenen(html(deel).replace(f">{deel.tekst}<", f">{deel.tekst.removesuffix('%')}<"))) == 1


def test_een_plus_staat_alleen_voor_wat_hoger_is(redenen, u):
    eerste, laatste = sorted((n("coa.bezetting", jaar, u=u) for jaar in (u.jaren[0], u.jaren[-1])), key=lambda g: g.waarde)
    minder = met_teken(eerste - laatste)
    assert redenen(html(met_teken(laatste - eerste))) == redenen(html(minder)) == []
    assert len(redenen(html(minder).replace(f">{minder.tekst}<", f">+{minder.tekst[1:]}<"))) == 1


def test_een_vergelijkend_woord_wordt_nagerekend(redenen, u):
    eerste, laatste = (n("coa.bezetting", jaar, u=u) for jaar in (u.jaren[0], u.jaren[-1]))
    woord = hoger_lager(laatste, eerste)
    assert redenen(html(woord)) == []
    ander = {"hoger": "lager", "lager": "hoger"}[woord.tekst]
    assert [getal for getal, _ in redenen(html(woord).replace(f">{woord.tekst}<", f">{ander}<"))] == [ander]


def test_ongeveer_zegt_het_juiste_woord_en_het_juiste_getal(redenen, bezetting):
    woord = ongeveer(bezetting, 1000)
    assert redenen(html(woord)) == []
    eerste, _, getal = woord.tekst.partition(" ")
    ander = {"ruim": "bijna", "bijna": "ruim"}[eerste]
    assert len(redenen(html(woord).replace(woord.tekst, f"{ander} {getal}"))) == 1
    assert len(redenen(html(woord).replace(getal, "99.000"))) == 1


@pytest.mark.parametrize(
    "tekst",
    [
        "Het zijn er zeventigduizend.",
        "Het zijn er tientallen.",
        "Het kost een miljard.",
        "Het duurt dertig weken.",
        "Er komen er 12 bij.",
        "Er komen er in 2023 12.000 bij.",
        "Het zijn twaalf weken.",
        "Het zijn er ½.",
        "spoor 7",
        "31 februari",
        "MPP 2029-1",
    ],
)
def test_een_los_getal_is_niet_verantwoord(redenen, tekst):
    assert len(redenen(f"<p>{tekst}</p>")) >= 1


@pytest.mark.parametrize(
    "tekst", ["op 31 december telt", "in spoor 4 bij een inwilliging", "drie scenario’s", "Dublin III", "het Vluchtelingenverdrag"]
)
def test_een_datum_een_spoor_of_een_telling_van_de_tekst_zelf_hoeft_niet_te_zijn_berekend(redenen, bronnen, monkeypatch, tekst):
    monkeypatch.setitem(vars(bronnen), "alles", f"en ook {tekst.lower().replace('’', chr(39))} staat in een bron")
    assert redenen(f"<p>{tekst}</p>") == []


def test_zij_moeten_wel_zo_in_een_bron_staan(redenen, bronnen, monkeypatch):
    monkeypatch.setitem(vars(bronnen), "alles", "op 31 december telt")
    assert redenen("<p>op 30 december telt</p>") == [("30", "het is niet berekend, en geen datum, wet of naam die zo in een bron staat")]


def test_de_naam_van_de_editie_hoeft_niet_te_zijn_berekend(redenen, u):
    assert redenen(f"<p>{u.editie.titel}</p>") == []


def test_een_naam_van_de_editie_moet_die_van_deze_editie_zijn(redenen, u):
    naam = jaar(1, u=u).__html__()
    assert redenen(f"<p>In {naam}.</p>") == []
    assert len(redenen(f"<p>In {naam.replace(str(u.jaren[0]), '1066')}.</p>")) == 1


def test_ook_een_naam_zonder_getal_heeft_een_oorsprong_die_bestaat(redenen):
    naam = '<span class="naam" data-bron="begrippenlijst">Het minimum</span>'
    assert redenen(f"<p>{naam}.</p>") == []
    assert redenen(f"<p>{naam.replace('begrippen', 'segrippen')}.</p>") == [("Het minimum", "een oorsprong segrippenlijst bestaat niet")]


def test_de_kop_van_een_kolom_is_het_jaar_van_de_getallen_eronder(redenen, u):
    def tabel(kop: int) -> str:
        cel = n("coa.bezetting", u.jaren[1], u=u).__html__()
        return f"<table><thead><tr><th>Indicator</th><th>{kop}</th></tr></thead><tbody><tr><th>X</th><td>{cel}</td></tr></tbody></table>"

    assert redenen(tabel(u.jaren[1])) == []
    assert redenen(tabel(u.jaren[0])) == [(str(u.jaren[0]), "de getallen eronder zijn van een ander jaar")]


def test_de_kop_van_een_rij_noemt_de_indicator_van_de_getallen_ernaast(redenen, u):
    def tabel(kop: str) -> str:
        cel = n("ind.spoor4.voorraad", u.jaren[0], u=u).__html__()
        return f'<table><tbody><tr><th scope="row">{kop}</th><td>{cel}</td></tr></tbody></table>'

    naam = indicator("ind.spoor4.voorraad").naam
    assert "4" in naam
    assert redenen(tabel(naam)) == []
    assert len(redenen(tabel(naam.replace("4", "9")))) == 1


def hoofdstuk(*delen: str, nummer: str = "1") -> str:
    kop = f'<h1><span class="kopnummer">{nummer}</span> Titel</h1>'
    return f'<article class="hoofdstuk" id="sec-{nummer}">{kop}{"".join(delen)}</article>'


def paragraaf(nummer: str) -> str:
    return f'<section id="p{nummer}"><h2><span class="kopnummer">{nummer}</span> Kop</h2></section>'


def test_koppen_bijschriften_en_noten_zijn_doorgenummerd(redenen):
    goed = hoofdstuk(
        paragraaf("1.1"),
        paragraaf("1.2"),
        '<div id="tbl-a"><table><caption>Tabel 1.1: Naam.</caption></table></div>',
        '<p>Zie <a class="verwijzing" href="#tbl-a">Tabel 1.1</a> en de noot<a class="footnote-ref" href="#fn1">1</a>.</p>',
        '<ol><li id="fn1">Noot.</li></ol>',
    )
    assert redenen(goed) == []
    for van, naar in [
        ("1.2</span>", "1.3</span>"),
        ("Tabel 1.1:", "Tabel 1.2:"),
        (">Tabel 1.1<", ">Tabel 1.3<"),
        ('#fn1">1<', '#fn1">2<'),
        ('kopnummer">1<', 'kopnummer">2<'),
    ]:
        assert len(redenen(goed.replace(van, naar))) >= 1, naar


def test_een_verwijzing_naar_een_andere_bladzijde_noemt_haar_nummer(redenen):
    een, twee = hoofdstuk(), hoofdstuk('<p>Zie <a class="verwijzing" href="0.html">Hoofdstuk 1</a>.</p>', nummer="2")
    assert redenen(een, twee) == []
    assert redenen(een, twee.replace("Hoofdstuk 1", "Hoofdstuk 2")) == [("2", "het klopt niet met de nummering van het document")]


@pytest.mark.parametrize("kenmerk", ["title", "aria-label"])
def test_ook_wat_alleen_een_luisteraar_hoort_wordt_gelezen(redenen, kenmerk):
    assert [getal for getal, _ in redenen(f'<p {kenmerk}="Er zijn er 12.345">tekst</p>')] == ["12.345"]


@pytest.mark.parametrize("op", ["0", "-10", "12", "nul", ""])
def test_een_afronding_die_niet_bestaat_is_een_fout_en_geen_ongeluk(redenen, bezetting, u, op):
    woord = hoger_lager(n("coa.bezetting", u.jaren[-1], u=u), bezetting)
    for getal in (bezetting, woord):
        assert len(redenen(html(getal).replace('data-afronding="10"', f'data-afronding="{op}"'))) == 1
