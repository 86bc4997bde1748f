-- A number from mpp.getal, [67.000]{.getal data-waarde=…}, becomes <data class="getal" value=…>. For both engines.

local function ontsnap(tekst)
  return (tekst:gsub("&", "&amp;"):gsub('"', "&quot;"):gsub("<", "&lt;"):gsub(">", "&gt;"))
end

local volgorde = { "bron", "sleutel", "afronding" }

local function getal(span)
  if not span.classes:includes("getal") then return nil end
  local klassen, waarde = table.concat(span.classes, " "), span.attributes["data-waarde"]
  local kenmerken = { ('class="%s" value="%s"'):format(klassen, ontsnap(waarde)) }
  for _, naam in ipairs(volgorde) do
    local kenmerk = span.attributes["data-" .. naam]
    if kenmerk then table.insert(kenmerken, ('data-%s="%s"'):format(naam, ontsnap(kenmerk))) end
  end
  if span.attributes.title then table.insert(kenmerken, ('title="%s"'):format(ontsnap(span.attributes.title))) end
  local uit = pandoc.Inlines({ pandoc.RawInline("html", "<data " .. table.concat(kenmerken, " ") .. ">") })
  uit:extend(span.content)
  uit:insert(pandoc.RawInline("html", "</data>"))
  return uit
end

return { { Span = getal } }
