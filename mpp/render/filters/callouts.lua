-- The five callouts, with Quarto's Dutch names as title where the text gives none.

local namen = { note = "Opmerking", tip = "Tip", warning = "Waarschuwing", caution = "Opgelet", important = "Belangrijk" }

local function soort_van(div)
  for _, klasse in ipairs(div.classes) do
    local soort = klasse:match("^callout%-(%a+)$")
    if soort and namen[soort] then return soort end
  end
end

local function kader(div)
  local soort = soort_van(div)
  if not soort then return nil end
  local titel = div.attributes.title and pandoc.utils.blocks_to_inlines(pandoc.read(div.attributes.title, "markdown").blocks)
  local eerste = div.content[1]
  if not titel and eerste and eerste.t == "Header" then
    titel = eerste.content
    div.content:remove(1)
  end
  local kop = pandoc.Div(pandoc.Plain(titel or { pandoc.Str(namen[soort]) }), pandoc.Attr("", { "callout-titel" }))
  div.content:insert(1, kop)
  div.classes:insert(1, "callout")
  div.attributes = { role = "note" }
  return div
end

return { { Div = kader } }
