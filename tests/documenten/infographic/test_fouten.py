"""What can go wrong in the texts: each a problem that says where."""

from mpp.documenten.infographic import infographic
from tests.documenten.infographic.conftest import STATUS
from tests.documenten.proef import vervang


def van(problemen, code):
    return [p for p in problemen if p.code == code]


def test_alles_wat_fout_is_in_een_keer_elk_op_zijn_regel(problemen, wortel):
    gevonden = problemen(
        ("{{ instroom_ongeveer }}", "{{ instrom_ongeveer }}"),
        ("uitleg: Mensen die opnieuw asiel vragen.", "uitleg: Ongeveer 1.700 mensen."),
        ("  titel: Wat gebeurt er daarna?", "  tietel: Wat gebeurt er daarna?"),
        ("een belofte dat het zo gaat.", "een belofte van de XYZ dat het zo gaat;"),
        ("antwoord: Wie door Europa", "antwoord: "),
        ('"{{ bezetting }}"', '"{{ bezetting + 1 }}"'),
    )
    regels = (wortel / "infographic" / "teksten.yml").read_text(encoding="utf-8").splitlines()

    def op(code, stukje):
        (p,) = van(gevonden, code)
        assert p.bestand == "infographic/teksten.yml"
        assert stukje in regels[p.regel - 1]
        return p

    assert "instroom_ongeveer" in op("tekst-plaatshouder-onbekend", "instrom_ongeveer").remedie
    assert "1.700" in op("tekst-cijfer-getypt", "1.700").wat
    assert "pagina_3.titel" in op("tekst-ongebruikt", "tietel").remedie
    assert "XYZ" in op("afkorting-onbekend", "XYZ").wat
    assert "bezetting + 1" in op("tekst-plaatshouder-onjuist", "bezetting + 1").wat
    (ontbreekt,) = van(gevonden, "tekst-ontbreekt")
    assert "pagina_3.titel" in ontbreekt.wat
    assert regels[ontbreekt.regel - 1].startswith("pagina_3:")


def test_een_lege_tekst(problemen):
    (p,) = van(problemen(("soort: Infographic bij de {{ editie }}", 'soort: ""')), "tekst-leeg")
    assert p.gegevens["sleutel"] == "kop.soort"


def test_een_te_lange_tekst_met_naam_regel_en_maat(problemen, wortel):
    lang = "Wie mag blijven, krijgt een woning. " * 9
    (p,) = van(problemen(("Wie mag blijven, krijgt een woning van een gemeente.", lang)), "tekst-te-lang")
    regels = (wortel / "infographic" / "teksten.yml").read_text(encoding="utf-8").splitlines()
    assert p.gegevens["sleutel"] == "pagina_3.uitleg.2.tekst"
    assert regels[p.regel - 1].strip() == "tekst: >-"
    assert p.gegevens["teveel"].endswith("regels")
    assert float(p.gegevens["mm"].replace(",", ".")) > 5


def test_met_een_datum_zo_lang_als_1_september_past_elke_tekst(wortel, u):
    """The edition begins on 1 January, in two letters less; a round may begin in any month."""
    vervang(wortel / "infographic" / "teksten.yml", ("{{ begindag }}", "{{ begindag }} nu"))
    assert infographic(u, STATUS, wortel)


def test_een_woord_dat_naast_zijn_vak_uitsteekt(problemen):
    (p,) = van(problemen(("titel: Dit is\n", f"titel: {'asiel' * 20}\n")), "tekst-te-breed")
    assert p.gegevens["sleutel"] == "pagina_4.wel.titel"


def test_een_vijfde_pagina(problemen):
    vraag = "    - vraag: Nog een vraag?\n      antwoord: Nog een antwoord.\n"
    (p,) = van(problemen(("  vragen:\n", "  vragen:\n" + vraag * 3)), "paginas-aantal")
    assert (p.gegevens["aantal"], p.gegevens["verwacht"]) == (5, 4)


def test_een_verdwenen_pagina(problemen, wortel):
    opmaak = wortel / "infographic" / "infographic.html.j2"
    tekst = opmaak.read_text(encoding="utf-8")
    begin, eind = tekst.index('<section class="pagina" id="pagina-3">'), tekst.index('<section class="pagina" id="pagina-4">')
    opmaak.write_text(tekst[:begin] + tekst[eind:], encoding="utf-8")
    gevonden = problemen()
    assert van(gevonden, "paginas-aantal")[0].gegevens["aantal"] == 3
    assert {p.gegevens["sleutel"].split(".")[0] for p in van(gevonden, "tekst-ongebruikt")} == {"pagina_3"}


def test_een_fout_in_de_opmaak(problemen, wortel):
    opmaak = wortel / "infographic" / "infographic.html.j2"
    opmaak.write_text(opmaak.read_text(encoding="utf-8") + "\n{% if %}", encoding="utf-8")
    (p,) = problemen()
    assert (p.code, p.bestand) == ("opmaak-fout", "infographic/infographic.html.j2")
    assert p.regel is not None


def test_geen_yaml(problemen):
    (p,) = problemen(("pagina_1:", "pagina_1: ["))
    assert (p.code, p.bestand) == ("yaml-ongeldig", "infographic/teksten.yml")


def test_een_te_lange_afkortingenlijst(problemen, wortel):
    pad = wortel / "glossary.yml"
    uitleg = "De dienst die beslist wie in Nederland mag blijven."
    tekst = pad.read_text(encoding="utf-8")
    assert uitleg in tekst
    pad.write_text(tekst.replace(uitleg, f"{uitleg} " * 12), encoding="utf-8")
    (p,) = van(problemen(), "afkortingen-te-lang")
    assert p.bestand == "glossary.yml"


def test_bestanden_die_er_niet_zijn(problemen, wortel):
    (wortel / "infographic" / "getallen.yml").unlink()
    (wortel / "glossary.yml").unlink()
    gevonden = van(problemen(), "bronbestand-ontbreekt")
    assert {p.gegevens["pad"] for p in gevonden} == {"infographic/getallen.yml", "glossary.yml"}
