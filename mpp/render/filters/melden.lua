-- What must never reach a reader: each find is a line on stderr that mpp turns into a problem with its source line.
-- MPP-PROBLEEM <tab> code <tab> what it is about <tab> text to find the line by

local gemeld = {}

local function meld(code, waarover, naald)
  local plat = function(tekst) return (tekst:gsub("[\t\n\r]+", " ")) end
  local regel = ("MPP-PROBLEEM\t%s\t%s\t%s\n"):format(code, plat(waarover), (naald or waarover):match("[^\n]*"))
  if not gemeld[regel] then io.stderr:write(regel) end
  gemeld[regel] = true
end

-- The words from the `begin`th of a row of inlines on, as they are typed on one line: as far as smart typography left them alone.
local function getypt(inlines, begin)
  local delen = {}
  for i = begin, math.min(#inlines, begin + 6) do
    local el = inlines[i]
    if el.t == "Str" then table.insert(delen, el.text)
    elseif el.t == "Space" then table.insert(delen, " ")
    elseif el.t == "RawInline" then table.insert(delen, "`" .. el.text); break
    else break end
  end
  local tekst = table.concat(delen):gsub("%s+$", "")
  return tekst:match("^[\32-\126]+") or tekst
end

-- The same of the first words in a row of blocks.
local function eerste_woorden(blokken)
  local gevonden
  for _, blok in ipairs(blokken) do
    blok:walk({ Inlines = function(inlines) gevonden = gevonden or #inlines > 0 and getypt(inlines, 1) or nil end })
    if gevonden then return gevonden end
  end
  return ""
end

return { meld = meld, getypt = getypt, eerste_woorden = eerste_woorden }
