"""What a document says of its own numbers, in a chapter and on a final page."""

import pytest

from tests.controle.test_html import codes
from tests.render.conftest import maak, uitkomsten  # noqa: F401
from tests.taal.zin import jaar, n

HOOFDSTUK = """\
# Een {{#sec-een}}

```{{python}}
#| include: false
from tests.taal.zin import jaar, n
```

De kop van het verhaal.
In `{{python}} jaar(2023)` komen er `{{python}} n("instroom.totaal", {van})` mensen.
"""


@pytest.mark.parametrize(("van", "verwacht"), [(2023, []), (2024, ["controle-html-tegenspraak"])])
def test_op_een_bladzijde(van, verwacht):
    assert codes(f"<p>In {jaar(2023).__html__()} komen er {n('instroom.totaal', van).__html__()} mensen.</p>") == verwacht


def test_in_een_hoofdstuk_met_de_regel(maak):  # noqa: F811
    from mpp.problemen import Fout

    maak({"index.qmd": HOOFDSTUK.format(van=2023)})
    with pytest.raises(Fout) as fout:
        maak({"index.qmd": HOOFDSTUK.format(van=2024)})
    (probleem,) = fout.value.problemen
    assert (probleem.code, probleem.bestand, probleem.regel) == ("zin-tegenspraak", "index.qmd", 9)
    assert probleem.wat == "Het getal 50.000 staat bij ‘2023’, maar is van: 2024; in de zin ‘In 2023 komen er 50.000 mensen.’."
