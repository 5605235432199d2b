-- Asks for the framework's bare answer with requests made the way the others are.
wrk.headers["X-DC-DEVKEY"] = os.getenv("CHANCERY_KEY")
local orders = tonumber(os.getenv("CHANCERY_ORDERS"))
local next = 0
function request()
  next = next % orders + 1
  return wrk.format("GET", "/json?" .. next)
end
