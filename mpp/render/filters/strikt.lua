-- What must never reach a reader: each find is a line on stderr that mpp turns into a problem with its source line.
-- MPP-PROBLEEM <tab> code <tab> what it is about <tab> text to find the line by

local kruisverwijzing = { fig = true, tbl = true, sec = true }
local spanklassen = { naam = true }  -- that of mpp.getal
local gemeld = {}

local function meld(code, waarover, naald)
  local plat = function(tekst) return (tekst:gsub("[\t\n\r]+", " ")) end
  local regel = ("MPP-PROBLEEM\t%s\t%s\t%s\n"):format(code, plat(waarover), (naald or waarover):match("[^\n]*"))
  if not gemeld[regel] then io.stderr:write(regel) end
  gemeld[regel] = true
end

local function is_commentaar(el)
  return el.format == "html" and el.text:match("^%s*<!%-%-.*%-%->%s*$") ~= nil
end

local van_ons = { '^<data class="getal[^<>]*>[^<>]*</data>$', '^<span class="naam"[^<>]*>[^<>]*</span>$' }

local function is_van_ons(el)  -- a number or a name, from mpp.getal: what an author writes as HTML is refused in the source
  if el.t ~= "RawInline" or el.format ~= "html" then return false end
  return el.text:match(van_ons[1]) ~= nil or el.text:match(van_ons[2]) ~= nil
end

local function rauw(el)
  if is_commentaar(el) then return {} end
  if is_van_ons(el) then return nil end
  meld("rauwe-opmaak", el.text)
end

-- The attributes of an element beyond those that may stand there: `klassen` and `sleutels` are sets.
local function kenmerken(code, el, klassen, sleutels)
  if el.identifier ~= "" then meld(code, "#" .. el.identifier) end
  for _, klasse in ipairs(el.classes) do
    if not klassen[klasse] then meld(code, "." .. klasse, klasse) end
  end
  for sleutel in pairs(el.attributes) do
    if not sleutels[sleutel] then meld(code, sleutel, sleutel .. "=") end
  end
end

local function afbeelding(el)
  kenmerken("afbeelding-kenmerk", el, {}, { ["fig-alt"] = true })
  if el.title ~= "" then meld("afbeelding-kenmerk", el.title) end
  local alt = el.attributes["fig-alt"] or ""
  local naald = el.src:sub(1, 60)
  if alt == "" then meld("afbeelding-zonder-alt", naald) end
  if #el.caption > 0 then meld("afbeelding-bijschrift", pandoc.utils.stringify(el.caption), naald) end
  if el.src:match("^%a[%w+.-]*:") or el.src:match("^//") then meld("afbeelding-extern", naald) end
end

local function koppeling(el)
  kenmerken("koppeling-kenmerk", el, { uri = true, email = true }, {})
end

local function codeblok(el)
  local van_cel = el.classes:includes("cell-code") or el.classes:includes("cell-output")
  kenmerken("code-kenmerk", el, setmetatable({}, { __index = function() return van_cel or #el.classes == 1 end }), {})
end

local function verwijzing(el)
  for _, citaat in ipairs(el.citations) do
    if #citaat.suffix > 0 then meld("verwijzing-toevoeging", citaat.id, "@" .. citaat.id) end
    if not kruisverwijzing[citaat.id:match("^(%a+)%-") and citaat.id:match("^(%a+)%-"):lower() or ""] then
      meld("citaat", citaat.id, "@" .. citaat.id)
    end
  end
end

local function span(el)
  for _, klasse in ipairs(el.classes) do
    if not spanklassen[klasse] then meld("span-klasse", klasse, "." .. klasse) end
  end
  if #el.classes == 0 then
    if el.identifier ~= "" then meld("span-klasse", "#" .. el.identifier) end
    for sleutel in pairs(el.attributes) do meld("span-klasse", sleutel, sleutel .. "=") end
  end
end

-- What looks like a link, a note, a heading, a comment or attributes, and is none: it would be printed as it is typed.
local getypt = { "%]%[[^%]]*%]?", "%]%([^%)]*%)?", "%] %(#[^%)]*%)", "%] %(https?:[^%)]*%)", "%] %([^%) ]*%.qmd[^%)]*%)",
                 "%[%^[^%]]*%]?", "^##+ ?%S+", "<!%S*", "%{[#.][%w-]+", "%{{<%s*%S+" }

local function alinea(el)
  local tekst = pandoc.utils.stringify(el:walk({ Code = function() return {} end, RawInline = function() return {} end }))
  for _, vorm in ipairs(getypt) do
    local gevonden = tekst:match(vorm)
    if gevonden and not (el.t == "Plain" and gevonden:match("^%{#tbl%-")) then meld("als-getypt", gevonden, gevonden:match("^%S+")) end
  end
  for i, inline in ipairs(el.content) do
    local volgende = el.content[i + 1]
    if inline.t == "SoftBreak" and volgende and volgende.t == "Str" and volgende.text:match("^#+$") then
      meld("als-getypt", volgende.text .. " " .. pandoc.utils.stringify(el.content[i + 3] or {}))
    end
  end
end

-- Headings stand on their own, or first in a callout, whose title they are.
local function kop_in_blok(el)
  meld("kop-in-blok", pandoc.utils.stringify(el))
end

local function koppen(blokken, mag)
  for i, blok in ipairs(blokken) do
    if blok.t == "Div" then
      local kader = blok.classes:find_if(function(klasse) return klasse:match("^callout%-") end)
      koppen(blok.content, function(j) return kader and j == 1 end)
    elseif blok.t == "Header" then
      if not mag(i) then kop_in_blok(blok) end
    else
      blok:walk({ Header = kop_in_blok })
    end
  end
end

local function tekst(el)
  for _, vorm in ipairs({ "%?var:", "%?meta:", "%?@%a+%-", "^:::+$" }) do
    if el.text:match(vorm) then meld("restant", el.text) end
  end
end

local function code(el)
  kenmerken("code-kenmerk", el, {}, {})
  if el.text:match("^{%a+}") then meld("restant", el.text) end
end

local function div_met_label(el)
  local soort = el.identifier:match("^(%a+)%-")
  if soort ~= "fig" and soort ~= "tbl" then return end
  local laatste = el.content[#el.content]
  local beelden, tabellen, eigen, bijschrift = 0, 0, false, laatste and laatste.t == "Para" and #el.content > 1
  el:walk({ Image = function() beelden = beelden + 1 end,
            Table = function(t) tabellen = tabellen + 1; eigen = eigen or #t.caption.long > 0 end })
  if (soort == "fig" and beelden or tabellen) ~= 1 then meld("float-inhoud", el.identifier, "#" .. el.identifier) end
  if eigen and bijschrift then meld("float-eigen-bijschrift", el.identifier, "#" .. el.identifier) end
  bijschrift = bijschrift or eigen
  if not bijschrift then meld("float-bijschrift", el.identifier, "#" .. el.identifier) end
end

-- Tables outside a tbl- div must carry their label in their own caption.
local function losse_tabel(el)
  local bijschrift = pandoc.utils.stringify(el.caption.long)
  local kenmerk = bijschrift:match("(%{#tbl%-[%w-]+[^{}]*%})%s*$")
  if kenmerk and not kenmerk:match("^%{#tbl%-[%w-]+%}$") then meld("tabel-kenmerk", kenmerk) end
  if not kenmerk then
    local gevuld = ""
    el:walk({ Plain = function(cel) if gevuld == "" then gevuld = pandoc.utils.stringify(cel) end end })
    meld("tabel-zonder-label", gevuld)
  end
end

return {
  { RawInline = rauw, RawBlock = rauw, Image = afbeelding, Cite = verwijzing, Span = span, Str = tekst, Code = code,
    Div = div_met_label, Link = koppeling, CodeBlock = codeblok, Para = alinea, Plain = alinea, Header = alinea,
    Pandoc = function(doc) koppen(doc.blocks, function() return true end) end,
    Math = function(el) meld("wiskunde", el.text) end,
    LineBlock = function(el) meld("regelblok", pandoc.utils.stringify(el), pandoc.utils.stringify(el.content[1])) end },
  { traverse = "topdown",
    Div = function(el) if el.identifier:match("^tbl%-") then return el, false end end,
    Table = losse_tabel },
}
