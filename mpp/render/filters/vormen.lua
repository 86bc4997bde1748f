-- Forms of Markdown that the house does not use, and what a heading, a list, a link or an image may not hold.

local map = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local melden = dofile(pandoc.path.join({ map, "melden.lua" }))
local meld, getypt, eerste_woorden = melden.meld, melden.getypt, melden.eerste_woorden

local in_kop = { Note = "noot-in-kop", Link = "kop-inhoud", Cite = "kop-inhoud", Image = "kop-inhoud", LineBreak = "kop-inhoud", Math = "kop-inhoud" }
local wat_in_kop = { Link = "een koppeling", Cite = "een verwijzing", Image = "een afbeelding", LineBreak = "een regeleinde", Math = "een formule" }
local vorm = { Strikeout = "doorgehaalde tekst", SmallCaps = "kleinkapitaal", Underline = "onderstreepte tekst" }
local koppelingklassen = { uri = true, email = true }  -- pandoc's own, of an address between < and >

local function kop(el)
  local naald = ("#"):rep(el.level) .. " " .. getypt(el.content, 1)
  local titel = pandoc.utils.stringify(el.content)
  if #el.content == 0 then meld("kop-leeg", ("#"):rep(el.level), ("#"):rep(el.level)) end
  if el.level > 4 then meld("kop-te-diep", titel, naald) end
  for soort, code in pairs(in_kop) do
    el:walk({ [soort] = function() meld(code, wat_in_kop[soort] or titel, naald) end })
  end
end

local function geen_kop(el)
  el:walk({ Header = function(binnen) meld("kop-in-blok", pandoc.utils.stringify(binnen.content), "# " .. getypt(binnen.content, 1)) end })
end

local function div(el)
  local is_kader = el.classes:find_if(function(klasse) return klasse:match("^callout%-") end)
  local eerste = el.content[1]
  local heeft_titel = eerste and eerste.t == "Header"
  if is_kader and (#el.content == (heeft_titel and 1 or 0) or el.attributes.title == "") then
    meld("kader-leeg", "." .. is_kader)
  end
  local rest = is_kader and heeft_titel and pandoc.Blocks({ table.unpack(el.content, 2) }) or el.content
  geen_kop(pandoc.Div(rest))
end

local function lijst(el)
  local naald = eerste_woorden(el.content[1] or {})
  if el.style == "Example" then
    meld("vorm-onbekend", "een genummerd voorbeeld", "@")
  elseif el.delimiter == "OneParen" or el.delimiter == "TwoParens" then
    meld("lijst-haakje", naald, ") " .. naald)
  end
  geen_kop(el)
end

local function eigen_kenmerken(el, toegestaan, klassen)
  if el.identifier ~= "" then return "#" .. el.identifier end
  for _, klasse in ipairs(el.classes) do
    if not klassen[klasse] then return "." .. klasse end
  end
  for naam in pairs(el.attributes) do
    if not toegestaan[naam] then return naam end
  end
  if el.title and el.title ~= "" then return '"' .. el.title .. '"' end
end

local function koppeling(el)
  local kenmerk = eigen_kenmerken(el, {}, koppelingklassen)
  if kenmerk then meld("kenmerk-onbekend", kenmerk, kenmerk:gsub('^[#"]', "")) end
  if #el.content == 0 or el.target == "" then
    meld("koppeling-leeg", el.target ~= "" and el.target or pandoc.utils.stringify(el.content), "](" .. el.target)
  end
end

local alt_opmaak = { "%*%*", "`", "%[%^", "@%l%l%l%-", "{", "%]%(" }

local function afbeelding(el)
  local kenmerk = eigen_kenmerken(el, { ["fig-alt"] = true }, {})
  if kenmerk then meld("kenmerk-onbekend", kenmerk, kenmerk:gsub('^[#"]', "")) end
  local alt = el.attributes["fig-alt"] or ""
  for _, patroon in ipairs(alt_opmaak) do
    local gevonden = alt:match(patroon .. "%S*")
    if gevonden then meld("alt-opmaak", gevonden, gevonden) end
  end
end

local function span(el)
  if #el.classes > 0 then return end  -- told of elsewhere
  local kenmerk = eigen_kenmerken(el, { lang = true }, {})
  if kenmerk then meld("kenmerk-onbekend", kenmerk, kenmerk:gsub("^#", "")) end
end

local function verwijzing(el)
  for _, citaat in ipairs(el.citations) do
    if #citaat.suffix > 0 then meld("verwijzing-toevoeging", pandoc.utils.stringify(citaat.suffix), "@" .. citaat.id) end
  end
end

local function noot(el)
  if pandoc.utils.stringify(el.content) == "" then meld("noot-leeg", "[^", "[^") end
end

local function ingesprongen(el)
  if #el.classes == 0 then meld("code-ingesprongen", el.text, "    " .. el.text:match("[^\n]*")) end
end

local function taken(blok)
  local eerste = blok.content[1]
  if eerste and eerste.t == "Str" and (eerste.text == "☐" or eerste.text == "☒") then
    meld("vorm-onbekend", "een takenlijst", "] " .. getypt(blok.content, 3))
  end
end

-- A raised or lowered digit right after a digit reads as one number when it is copied or read aloud, a mark of a note right
-- before a word as part of that word.
local function tegen_elkaar(inlines)
  for i = 2, #inlines do
    local el, vorige = inlines[i], inlines[i - 1]
    local is_cijfer = (el.t == "Superscript" or el.t == "Subscript") and pandoc.utils.stringify(el):match("^%d")
    if is_cijfer and (vorige.t == "RawInline" or (vorige.t == "Str" and vorige.text:match("%d$"))) then
      meld("hoogtecijfer", pandoc.utils.stringify(el), vorige.text .. (el.t == "Superscript" and "^" or "~"))
    elseif vorige.t == "Note" and (el.t == "RawInline" or (el.t == "Str" and el.text:match("^%w"))) then
      meld("noot-vast", el.text, "]" .. getypt(inlines, i))
    end
  end
end

local filter = {
  Header = kop, Div = div, BlockQuote = geen_kop, BulletList = geen_kop, OrderedList = lijst, Link = koppeling, Image = afbeelding,
  Span = span, Note = noot, Cite = verwijzing, CodeBlock = ingesprongen, Para = taken, Plain = taken, Inlines = tegen_elkaar,
  DefinitionList = function(el) meld("vorm-onbekend", "een lijst van begrippen", getypt(el.content[1][1], 1)) end,
}
filter.Subscript = function(el)  -- what is left of two tildes that open nothing
  if #el.content == 0 then meld("tekst-letterlijk", "~~") end
end
for soort, naam in pairs(vorm) do
  filter[soort] = function(el) meld("vorm-onbekend", naam, getypt(el.content, 1)) end
end

return { filter }
