-- The mark of a note is never read as part of what stands before it: a narrow space that does not break stands between, and
-- a comma between two marks. For both engines.

local dun = "\u{202f}"

local function is_wit(el)
  return el.t == "Space" or el.t == "SoftBreak"
end

local function noten(inlines)
  local uit = pandoc.Inlines({})
  for _, el in ipairs(inlines) do
    if el.t == "Note" then
      if #uit > 0 and is_wit(uit[#uit]) then uit:remove(#uit) end
      local vorige = uit[#uit]
      if vorige and vorige.t == "Note" then uit:insert(pandoc.Superscript({ pandoc.Str(",") })) end
      if vorige then uit:insert(pandoc.Str(dun)) end
    end
    uit:insert(el)
  end
  return uit
end

return { { Inlines = noten } }
