-- Asks about certificates that were asked about before, in the path.
local requests = {}
function init()
  for line in io.lines(os.getenv("CHANCERY_QUESTIONS")) do
    local text = line:gsub("%+", "%%2B"):gsub("/", "%%2F"):gsub("=", "%%3D")
    requests[#requests + 1] = wrk.format("GET", "/ocsp/" .. text)
  end
end
local next = 0
function request()
  next = next % #requests + 1
  return requests[next]
end
