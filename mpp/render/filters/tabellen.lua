-- Tables of numbers: the class of the div around a table goes to the table, and its first column names the row.
-- For both engines.

local function alleen_eerste_links(kolommen)
  if #kolommen < 2 or kolommen[1][1] == "AlignRight" then return false end
  for i = 2, #kolommen do
    if kolommen[i][1] ~= "AlignRight" then return false end
  end
  return true
end

local function met_rijkoppen(tabel)
  for _, lichaam in ipairs(tabel.bodies) do lichaam.row_head_columns = 1 end
  return tabel
end

local function geef_klasse(tabel, klasse)
  if not tabel.classes:includes(klasse) then tabel.classes:insert(klasse) end
  return tabel
end

local function uit_div(div)
  for _, klasse in ipairs({ "cijfers", "tekst" }) do
    if div.classes:includes(klasse) then
      div.classes = div.classes:filter(function(naam) return naam ~= klasse end)
      div.content = div.content:walk({ Table = function(tabel) return geef_klasse(tabel, klasse) end })
    end
  end
  return div
end

local function losse_tabel(tabel)
  if alleen_eerste_links(tabel.colspecs) and not tabel.classes:includes("tekst") then geef_klasse(tabel, "cijfers") end
  return (tabel.classes:includes("cijfers") or tabel.classes:includes("tekst")) and met_rijkoppen(tabel) or tabel
end

return { { Div = uit_div }, { Table = losse_tabel } }
