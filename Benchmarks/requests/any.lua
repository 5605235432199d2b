-- Reads orders chosen by chance from CHANCERY_FIRST to CHANCERY_LAST, but for each fourth one, which
-- Benchmarks/furnish has given to subaccounts.
wrk.headers["X-DC-DEVKEY"] = os.getenv("CHANCERY_KEY")
local first, last = tonumber(os.getenv("CHANCERY_FIRST")), tonumber(os.getenv("CHANCERY_LAST"))
function init()
  math.randomseed(os.time())
end
function request()
  local number
  repeat number = math.random(first, last) until number % 4 ~= 0
  return wrk.format("GET", "/services/v2/order/certificate/" .. number)
end
