"""Changing a YAML file of the edition: what does not change keeps its comments, order and layout."""

from __future__ import annotations

import io
from collections.abc import Mapping
from copy import deepcopy
from difflib import SequenceMatcher
from typing import Any


class Herschrijving:
    """A file that is being changed: `boom` is what it holds, to be changed in place; `tekst()` is the file as it is then."""

    def __init__(self, tekst: str):
        self._tekst, self._yaml = tekst, _yaml()
        self.boom: Any = self._yaml.load(tekst)
        self._voor = self._geschreven()

    def tekst(self) -> str:
        """The file with the lines that changed.

        What a person broke off over lines stays so; only where a change lies in such a part, all is laid out anew.
        """
        na = self._geschreven()
        oud, basis, nieuw = (t.splitlines(keepends=True) for t in (self._tekst, self._voor, na))
        plek = {a + i: b + i for a, b, n in SequenceMatcher(None, basis, oud, autojunk=False).get_matching_blocks() for i in range(n)}
        for soort, i1, i2, j1, j2 in reversed(SequenceMatcher(None, basis, nieuw, autojunk=False).get_opcodes()):
            begin = plek.get(i1, -1)
            if soort != "equal":
                if any(plek.get(i1 + i) != begin + i for i in range(max(i2 - i1, 1))):
                    return na
                oud[begin : begin + i2 - i1] = nieuw[j1:j2]
        return "".join(oud)

    def _geschreven(self) -> str:
        uit = io.StringIO()
        self._yaml.dump(self.boom, uit)
        return uit.getvalue()


def blok(gegevens: Mapping[str, Any]) -> Any:
    """A mapping that is written on one line."""
    from ruamel.yaml.comments import CommentedMap

    uit = CommentedMap({sleutel: deepcopy(waarde) for sleutel, waarde in gegevens.items()})  # one day twice would become an anchor
    uit.fa.set_flow_style()
    return uit


def _yaml() -> Any:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.preserve_quotes, yaml.width, yaml.brace_single_entry_mapping_in_flow_sequence = True, 1_000_000, True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml
