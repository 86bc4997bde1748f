"""Quarto's pre- and post-render script: `_quarto.yml` names it, Quarto runs it with the project folder as current folder."""

import os
import sys

sys.path[0] = os.getcwd()  # instead of this script's own folder, whose modules are not top-level ones

if __name__ == "__main__":
    from mpp.documenten.quarto import na_afloop, voor_aanvang
    from mpp.problemen import Fout

    try:
        (na_afloop if "QUARTO_PROJECT_OUTPUT_FILES" in os.environ else voor_aanvang)()
    except Fout as fout:
        print(fout, file=sys.stderr)
        sys.exit(1)
