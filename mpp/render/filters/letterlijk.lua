-- What pandoc printed as it was typed, because it did not read it as markup: half of a pair, a mark without its space or
-- its blank line, a name that nothing is known of. Whoever means the sign itself puts a backslash before it; mpp then does
-- not find the text in the source, and drops the find.

local map = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local melden = dofile(pandoc.path.join({ map, "melden.lua" }))
local meld, getypt = melden.meld, melden.getypt

local overal = { "%*", "`", "[%[%]]", "[{}]", "~~", "==", "%+%+", "%^", "|", "%$", "<!", "%-%->", "^%p*_+%w", "%w_+%p*$", "&#?%w+;", "^:%a[%w_]+:%p*$", "^@$", "@@" }
local aan_begin = { "^#+", "^[-+]%a", "^::", "^:$" }  -- of a paragraph
local na_afbreking = { "^[-+]$", "^#+", "^>", "^::?$", "^%l%)$" }  -- of a later line of one

local apostrofs = { s = true, t = true, n = true, k = true, m = true, r = true }

local function is_verwijzing(tekst)
  return tekst:match("[^?]@fig%-%w") or tekst:match("[^?]@tbl%-%w") or tekst:match("[^?]@sec%-%w")
end

local function een_van(tekst, patronen)
  for _, patroon in ipairs(patronen) do
    if tekst:match(patroon) then return true end
  end
  return false
end

local function is_wit(el)
  return el == nil or el.t == "Space" or el.t == "SoftBreak" or el.t == "LineBreak"
end

-- Where a reference may stand against what is before it, and what may stand right behind it.
local function sluit_aan(vorige)
  return is_wit(vorige) or (vorige.t == "Str" and vorige.text:match("[%(%[/]$") ~= nil)
    or (vorige.t == "Str" and een_van(vorige.text, { "\u{2013}$", "\u{2014}$", "\u{201c}$", "\u{2018}$" }))
end

local function sluit_af(volgende)
  return is_wit(volgende) or volgende.t == "Note" or (volgende.t == "Str" and volgende.text:match("^[%w\128-\255@]") == nil)
    or (volgende.t == "Str" and een_van(volgende.text, { "^\u{2013}", "^\u{2014}", "^\u{201d}", "^\u{2019}", "^\u{2026}" }))
end

-- The piece of a word that can be found in the source: what smart typography turns into other signs is left out, and a sign
-- on its own goes with the words that it is set against.
local function vindbaar(inlines, i)
  local context = getypt(inlines, i)
  if context:match("^##") then return context end
  if #inlines[i].text == 1 and not is_wit(inlines[i + 1]) then
    local volgende = pandoc.utils.stringify(inlines[i + 1]):match("^%S+")
    if volgende then return inlines[i].text .. volgende end
  elseif #inlines[i].text == 1 and not is_wit(inlines[i - 1]) then
    local vorige = pandoc.utils.stringify(inlines[i - 1]):match("%S+$")
    if vorige then return vorige .. inlines[i].text end
  end
  if een_van(context, overal) then return context end
  for stuk in inlines[i].text:gmatch("[\33-\126]+") do
    if een_van(stuk, overal) then return stuk end
  end
  return inlines[i].text
end

local function rij(inlines)
  for i, el in ipairs(inlines) do
    if el.t == "Str" then
      if is_verwijzing(el.text:lower()) then
        meld("verwijzing-vast", el.text, getypt(inlines, i))
      elseif i > 1 and is_verwijzing(" " .. el.text:lower()) then  -- right behind a mark, pandoc reads none
        meld("verwijzing-vast", el.text:match("@[%w-]+"), el.text:match("@[%w-]+"))
      elseif een_van(el.text, overal) or (el.text:match("^##+$") and i > 1 and inlines[i - 1].t == "Space") then
        meld("tekst-letterlijk", el.text, vindbaar(inlines, i))
      end
    elseif el.t == "Cite" and (not sluit_aan(inlines[i - 1]) or not sluit_af(inlines[i + 1])) then
      local verwijzing = "@" .. el.citations[1].id
      meld(sluit_aan(inlines[i - 1]) and "verwijzing-vast-achter" or "verwijzing-vast", verwijzing, verwijzing)
    elseif el.t == "Quoted" and el.quotetype == "SingleQuote" and el.content[1] and apostrofs[el.content[1].text or ""] then
      meld("apostrof", "'" .. el.content[1].text, "'" .. getypt(el.content, 1))
    end
  end
end

local function is_regelbegin(inlines, i)
  local el, volgende = inlines[i], inlines[i + 1]
  if i == 1 or inlines[i - 1].t ~= "SoftBreak" then return false end
  return een_van(el.text, na_afbreking) or (el.text:match("^%d%d?[.)]$") ~= nil and volgende ~= nil and volgende.t == "Space")
end

local function regels(blok)
  for i, el in ipairs(blok.content) do
    if el.t == "Str" and (is_regelbegin(blok.content, i) or (i == 1 and blok.t == "Para" and een_van(el.text, aan_begin))) then
      meld("regel-letterlijk", el.text, getypt(blok.content, i))
    end
  end
end

local function adres(el)  -- between < and >: its text is no prose
  if el.classes:includes("uri") or el.classes:includes("email") then return el, false end
end

local woorden = { traverse = "topdown", Cite = function(el) return el, false end, Link = adres, Inlines = rij }

-- The label at the end of a table's own caption is no text.
function woorden.Table(tabel)
  local bijschrift = tabel.caption
  local tekst = pandoc.utils.blocks_to_inlines(bijschrift.long)
  local label = #tekst
  while label > 0 and not (tekst[label].t == "Str" and tekst[label].text:match("^{#tbl%-")) do label = label - 1 end
  pandoc.Plain({ table.unpack(tekst, 1, label > 0 and label - 1 or #tekst) }):walk(woorden)
  tabel.caption = {}
  tabel:walk(woorden)
  tabel.caption = bijschrift
  return tabel, false
end

return { woorden, { Para = regels, Plain = regels } }
