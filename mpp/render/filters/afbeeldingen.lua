-- Alternative text under its HTML name, and an image that stands alone without a paragraph around it.

local function met_alt(beeld)
  beeld.attributes.alt = beeld.attributes["fig-alt"]
  beeld.attributes["fig-alt"] = nil
  return beeld
end

local function zonder_alinea(figuur)
  figuur.content = figuur.content:walk({
    Para = function(alinea)
      if #alinea.content == 1 and alinea.content[1].t == "Image" then return pandoc.Plain(alinea.content) end
    end,
  })
  return figuur
end

return { { Figure = zonder_alinea, Image = met_alt } }
