// Search in ZOEKINDEX: parts of pages in which every word of the question begins a word; those with them in a heading first, and before all the one of which they are the heading.
(() => {
  const vraag = document.getElementById("vraag");
  const stand = document.getElementById("stand");
  const uitslag = document.getElementById("uitslag");
  const gewoon = (tekst) => tekst.toLocaleLowerCase("nl").normalize("NFD").replace(/\p{M}/gu, "");
  const delen = ZOEKINDEX.map(([adres, titel, kop, woorden]) => ({
    adres, titel, kop, koppen: ` ${gewoon(`${kop} ${titel}`)}`, alles: ` ${gewoon(`${kop} ${titel} ${woorden}`)}`,
  }));

  const gewicht = (deel, termen) =>
    termen.reduce((som, term) => som + (deel.koppen.includes(` ${term}`) ? 10 : 1), gewoon(deel.kop) === termen.join(" ") ? 100 : 0);

  function zoek() {
    const termen = gewoon(vraag.value).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
    const gevonden = termen.length === 0 ? [] : delen
      .filter((deel) => termen.every((term) => deel.alles.includes(` ${term}`)))
      .map((deel) => [gewicht(deel, termen), deel])
      .sort(([a], [b]) => b - a)
      .slice(0, 50);
    uitslag.replaceChildren(...gevonden.map(([, deel]) => {
      const punt = document.createElement("li");
      const link = document.createElement("a");
      link.href = deel.adres;
      link.textContent = deel.kop;
      punt.append(link);
      if (deel.kop !== deel.titel) punt.append(` – ${deel.titel}`);
      return punt;
    }));
    stand.textContent = termen.length === 0 ? "" : gevonden.length ? `${stand.dataset.gevonden}: ${gevonden.length}` : stand.dataset.geen;
  }

  vraag.value = new URLSearchParams(location.search).get("vraag") ?? "";
  vraag.addEventListener("input", zoek);
  vraag.form.addEventListener("submit", (gebeurtenis) => { gebeurtenis.preventDefault(); zoek(); });
  zoek();
})();
