"""`draai_vensim.py MODEL RUNS NAME ...`: runs a Vensim model in PySD, in an environment of its own.

Prints the median of the seconds a run takes, and the series of the stocks named, as JSON.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from statistics import median

import pysd


def main() -> None:
    """Only the running is timed; reading and translating the model comes before."""
    pad, keren, *namen = sys.argv[1:]
    warnings.simplefilter("ignore")
    model = pysd.read_vensim(pad)
    uitvoer = model.run(return_columns=namen)
    tijden = []
    for _ in range(int(keren)):
        begin = time.perf_counter()
        model.run(return_columns=namen)
        tijden.append(time.perf_counter() - begin)
    json.dump({"seconden": median(tijden), "reeksen": {naam: uitvoer[naam].tolist() for naam in namen}}, sys.stdout)


main()
