-- Numbers headings, figures and tables as Quarto numbers a Dutch book, and makes references links to be completed.
-- Metadata `hoofdstuk` is the number of the chapter or the letter of the appendix, empty when it has none. `data-aanduiding` tells how others refer to it.

local hoofdstuk = ""
local genummerd = { fig = 0, tbl = 0 }
local woord = { fig = "Figuur", tbl = "Tabel" }
local kop = { 0, 0, 0, 0, 0, 0 }
local nbsp = "\u{a0}"

local function nummer_van_float(soort)
  genummerd[soort] = genummerd[soort] + 1
  return (hoofdstuk ~= "" and hoofdstuk .. "." or "") .. genummerd[soort]
end

local function met_nummer(soort, nummer, bijschrift)
  local inlines = pandoc.Inlines({ pandoc.Str(woord[soort] .. nbsp .. nummer .. ":"), pandoc.Space() })
  inlines:extend(bijschrift)
  return inlines
end

local function figuur(div)
  local nummer = nummer_van_float("fig")
  local bijschrift = met_nummer("fig", nummer, div.content:remove(#div.content).content)
  local attr = pandoc.Attr(div.identifier, div.classes, { aanduiding = woord.fig .. nbsp .. nummer })
  return pandoc.Figure(div.content, { long = { pandoc.Plain(bijschrift) } }, attr)
end

local function tabel_met(tabel, id, klassen, bijschrift)
  local nummer = nummer_van_float("tbl")
  tabel.caption = { long = { pandoc.Plain(met_nummer("tbl", nummer, bijschrift)) } }
  return pandoc.Attr(id, klassen, { aanduiding = woord.tbl .. nbsp .. nummer })
end

local function tabeldiv(div)
  local laatste = div.content[#div.content]
  local bijschrift = laatste.t == "Para" and div.content:remove(#div.content).content or {}
  local attr
  div.content = div.content:walk({ Table = function(tabel)
    attr = tabel_met(tabel, div.identifier, div.classes, bijschrift)
    return tabel
  end })
  return pandoc.Div(div.content, attr)
end

-- `: Caption {#tbl-x}` under a pipe table
local function losse_tabel(tabel)
  local bijschrift = pandoc.utils.blocks_to_inlines(tabel.caption.long)
  local kenmerk = #bijschrift > 0 and bijschrift[#bijschrift].text
  local label = kenmerk and kenmerk:match("^{#(tbl%-[%w-]+)}$")
  if not label then return nil end
  bijschrift:remove(#bijschrift)
  if #bijschrift > 0 and bijschrift[#bijschrift].t == "Space" then bijschrift:remove(#bijschrift) end
  local attr = tabel_met(tabel, label, {}, bijschrift)
  return pandoc.Div({ tabel }, attr)
end

local function kopnummer(niveau)
  kop[niveau] = kop[niveau] + 1
  for dieper = niveau + 1, #kop do kop[dieper] = 0 end
  local delen = { hoofdstuk }
  for i = 2, niveau do delen[i] = tostring(kop[i]) end
  return table.concat(delen, ".")
end

local function kopregel(el)
  if hoofdstuk == "" or el.classes:includes("unnumbered") then return nil end
  local nummer = kopnummer(el.level)
  local bijlage = el.level == 1 and hoofdstuk:match("%a")
  el.attributes.aanduiding = (bijlage and "Bijlage" or el.level == 1 and "Hoofdstuk" or "Paragraaf") .. nbsp .. nummer
  if bijlage then nummer = "Bijlage" .. nbsp .. nummer .. " —" end
  el.content:insert(1, pandoc.Str(nbsp))
  el.content:insert(1, pandoc.Span({ pandoc.Str(nummer) }, pandoc.Attr("", { "kopnummer" })))
  return el
end

local function verwijzing(citaat)
  local id = citaat.id:sub(1, 1):lower() .. citaat.id:sub(2)
  local tekst = pandoc.Inlines(citaat.prefix)
  local kaal = citaat.mode == "SuppressAuthor" or #tekst > 0
  if #tekst > 0 then tekst:insert(pandoc.Str(nbsp)) end
  tekst:insert(pandoc.Str("?@" .. id))
  return pandoc.Link(tekst, "#" .. id, "", pandoc.Attr("", { "verwijzing" }, kaal and { kaal = "1" } or {}))
end

local function verwijzingen(el)
  local uit = pandoc.Inlines({})
  for i, citaat in ipairs(el.citations) do
    if i > 1 then uit:extend({ pandoc.Str(","), pandoc.Space() }) end
    uit:insert(verwijzing(citaat))
  end
  return uit
end

return {
  { Meta = function(meta) hoofdstuk = pandoc.utils.stringify(meta.hoofdstuk) end },
  { traverse = "topdown",
    Header = kopregel,
    Div = function(div)
      if div.identifier:match("^fig%-") then return figuur(div), false end
      if div.identifier:match("^tbl%-") then return tabeldiv(div), false end
    end,
    Table = losse_tabel },
  { Cite = verwijzingen },
}
