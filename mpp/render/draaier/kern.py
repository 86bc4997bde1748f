"""The runner for where there is no fork: a Jupyter kernel per chapter, driven by nbclient."""

from __future__ import annotations

import pickle
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mpp import hoofdstuk
from mpp.problemen import Probleem
from mpp.render.draaier import Mislukt, Stroom, Vertoning
from mpp.render.qmd import Cel, Regel
from mpp.uitkomsten import Uitkomsten

_OVERNAME = "import mpp.render.draaier.kern as _kern; _kern.neem_over({!r}); del _kern"
_REGELNUMMER = re.compile(r"(?:, line |line )(\d+)")


class Kern:
    """Runs a chapter on the results `u` in a Jupyter kernel of its own, which gets them whole; cwd is the project folder."""

    def __init__(self, wortel: Path, u: Uitkomsten) -> None:
        import nbformat
        from nbclient import NotebookClient

        self._nb = nbformat.v4.new_notebook()
        self._client = NotebookClient(self._nb, kernel_name="python3", allow_errors=True)
        self._kern = self._client.setup_kernel(cwd=str(wortel))
        self._kern.__enter__()
        try:
            self._geef(u)
        except BaseException:
            self.sluit()
            raise

    def cel(self, cel: Cel) -> list[Stroom | Vertoning]:
        """Run a cell; what it wrote and showed, in order. Raises Mislukt."""
        return self._voer_uit(cel.broncode, cel.code, cel.hekregel)

    def uitdrukking(self, uitdrukking: str, regel: Regel) -> Vertoning:
        """The value of an inline expression in all its forms. Raises Mislukt."""
        uit = self._voer_uit(f"({uitdrukking.strip()})", (regel,), regel, uitdrukking.strip())
        return next((u for u in uit if isinstance(u, Vertoning)), Vertoning({"text/plain": "None"}))

    def sluit(self) -> None:
        """Stop the kernel; what its process read is not known."""
        self._kern.__exit__(None, None, None)

    def _voer_uit(self, bron: str, code: tuple[Regel, ...], anders: Regel, uitdrukking: str = "") -> list[Stroom | Vertoning]:
        from nbclient.exceptions import DeadKernelError

        try:
            stukken = self._draai(bron)
        except DeadKernelError:
            raise Mislukt([anders.probleem("cel-gestopt")]) from None
        uit: list[Stroom | Vertoning] = []
        for stuk in stukken:
            if stuk.output_type == "error":
                raise Mislukt([_probleem(stuk, code, anders, uitdrukking)])
            if stuk.output_type == "stream":
                uit.append(Stroom(stuk.name, stuk.text))
            else:
                uit.append(Vertoning({soort: vorm for soort, vorm in stuk.data.items() if isinstance(vorm, str)}))
        return uit

    def _geef(self, u: Uitkomsten) -> None:
        """Hand the results over in a file: with draws they are too much for a message. Without them no chapter is made."""
        with TemporaryDirectory(prefix="mpp-kern-") as map_:
            pad = Path(map_, "uitkomsten")
            pad.write_bytes(pickle.dumps(u))
            for stuk in self._draai(_OVERNAME.format(str(pad))):
                if stuk.output_type == "error":
                    raise RuntimeError(f"the kernel did not take the results: {stuk.ename}: {stuk.evalue}")

    def _draai(self, bron: str) -> list[Any]:
        """Run code in the kernel; what came of it, as nbformat has it. Raises DeadKernelError."""
        import nbformat

        cel = nbformat.v4.new_code_cell(bron)
        self._nb.cells.append(cel)
        self._client.execute_cell(cel, len(self._nb.cells) - 1)
        return cel.outputs


def neem_over(pad: str) -> None:
    """In the kernel: from here on its chapter speaks of the results in the file `pad`."""
    hoofdstuk.gebruik(pickle.loads(Path(pad).read_bytes()))


def _probleem(stuk: Any, code: tuple[Regel, ...], anders: Regel, uitdrukking: str) -> Probleem:
    sporen = [re.sub(r"\x1b\[[0-9;]*m", "", regel) for regel in stuk.traceback]
    nummers = [int(m[1]) for spoor in sporen if spoor.startswith(("Cell In", "  Cell In")) for m in _REGELNUMMER.finditer(spoor)]
    plaats = code[nummers[0] - 1] if nummers and nummers[0] <= len(code) else anders
    melding = f"{stuk.ename}: {stuk.evalue}".rstrip(". ")
    if uitdrukking:
        return plaats.probleem("inline-fout", uitdrukking=uitdrukking, melding=melding)
    return plaats.probleem("cel-fout", melding=melding)
