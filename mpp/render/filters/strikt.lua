-- What stands in the text and may not: raw markup, formulas, images and references that lead nowhere, what was left unfilled.

local map = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local meld = dofile(pandoc.path.join({ map, "melden.lua" })).meld

local kruisverwijzing = { fig = true, tbl = true, sec = true }
local spanklassen = { naam = true }  -- that of mpp.getal

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

local function afbeelding(el)
  local alt = el.attributes["fig-alt"] or ""
  local naald = el.src:sub(1, 60)
  if alt == "" then meld("afbeelding-zonder-alt", naald) end
  if #el.caption > 0 then meld("afbeelding-bijschrift", pandoc.utils.stringify(el.caption), naald) end
  if el.src:match("^%a[%w+.-]*:") or el.src:match("^//") then meld("afbeelding-extern", naald) end
end

local function verwijzing(el)
  for _, citaat in ipairs(el.citations) do
    if not kruisverwijzing[citaat.id:match("^(%a+)%-") and citaat.id:match("^(%a+)%-"):lower() or ""] then
      meld("citaat", citaat.id, "@" .. citaat.id)
    end
  end
end

local function span(el)
  for _, klasse in ipairs(el.classes) do
    if not spanklassen[klasse] then meld("span-klasse", klasse, "." .. klasse) end
  end
end

local function tekst(el)
  for _, vorm in ipairs({ "%?var:", "%?meta:", "%?@%a+%-", "^:::+$" }) do
    if el.text:match(vorm) then meld("restant", el.text) end
  end
end

local function code(el)
  local kenmerk = #el.classes > 0 or el.identifier ~= ""
  for _ in pairs(el.attributes) do kenmerk = true end
  if kenmerk then meld("code-kenmerk", el.text, "`" .. el.text .. "`{") end
  if el.text:match("^{%s*%a+%s*}") or el.text:match("^python%s") then meld("restant", el.text) end
end

local function div_met_label(el)
  local soort = el.identifier:match("^(%a+)%-")
  if soort ~= "fig" and soort ~= "tbl" then return end
  local laatste = el.content[#el.content]
  local beelden, tabellen, eigen, bijschrift = 0, 0, false, laatste and laatste.t == "Para" and #el.content > 1
  el:walk({ Image = function() beelden = beelden + 1 end,
            Table = function(t) tabellen = tabellen + 1; eigen = eigen or #t.caption.long > 0 end })
  if (soort == "fig" and beelden or tabellen) ~= 1 then meld("float-inhoud", el.identifier, "#" .. el.identifier) end
  if eigen then meld("float-eigen-bijschrift", el.identifier, "#" .. el.identifier) end
  if not bijschrift and not eigen then meld("float-bijschrift", el.identifier, "#" .. el.identifier) end
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
    Div = div_met_label,
    Math = function(el) meld("wiskunde", el.text) end,
    LineBlock = function(el) meld("regelblok", pandoc.utils.stringify(el), pandoc.utils.stringify(el.content[1])) end },
  { traverse = "topdown",
    Div = function(el) if el.identifier:match("^tbl%-") then return el, false end end,
    Table = losse_tabel },
}
