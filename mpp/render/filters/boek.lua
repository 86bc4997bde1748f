-- All filters of the built-in engine, in order, in one Lua state.

local map = pandoc.path.directory(PANDOC_SCRIPT_FILE)
local filters = {}

for _, naam in ipairs({ "feiten", "strikt", "vormen", "callouts", "letterlijk", "noten", "tabellen", "verwijzingen", "afbeeldingen" }) do
  for _, filter in ipairs(dofile(pandoc.path.join({ map, naam .. ".lua" }))) do table.insert(filters, filter) end
end

return filters
