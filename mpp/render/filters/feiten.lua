-- Where a fact of another edition would stand: its place goes, with the space beside it and whatever it leaves empty (a
-- paragraph, an item, a list, a quotation, a div). For both engines.

local teken = "<!-- feit van een andere editie -->"

local function is_vervallen(el)
  return el.t == "RawInline" and el.format == "html" and el.text == teken
end

local function is_wit(el)
  return el.t == "Space" or el.t == "SoftBreak"
end

local geraakt = false

local function zonder(inlines)
  local uit = pandoc.Inlines({})
  local open = false
  for _, el in ipairs(inlines) do
    if is_vervallen(el) then
      geraakt, open = true, true
    elseif not (open and is_wit(el) and (#uit == 0 or is_wit(uit[#uit]))) then
      uit:insert(el)
      open = open and is_wit(el)
    end
  end
  while open and #uit > 0 and is_wit(uit[#uit]) do uit:remove(#uit) end
  return uit
end

local function met_inhoud(blokken)
  return blokken:filter(function(blok) return not ((blok.t == "Para" or blok.t == "Plain") and #blok.content == 0) end)
end

local function lijst(el)
  el.content = el.content:map(met_inhoud):filter(function(item) return #item > 0 end)
  if #el.content == 0 then return {} end
  return el
end

local function heel(doc)
  geraakt = false
  doc = doc:walk({ Inlines = zonder })
  if not geraakt then return doc end
  local function blok(el)
    if #el.content == 0 then return nil end
    el.content = met_inhoud(el.content)
    return #el.content > 0 and el or {}
  end
  doc = doc:walk({ traverse = "typewise", BulletList = lijst, OrderedList = lijst, Div = blok, BlockQuote = blok })
  doc.blocks = met_inhoud(doc.blocks)
  return doc
end

return { { Pandoc = heel } }
