-- Reads orders chosen by chance from CHANCERY_FIRST to CHANCERY_LAST.
wrk.headers["X-DC-DEVKEY"] = os.getenv("CHANCERY_KEY")
local first, last = tonumber(os.getenv("CHANCERY_FIRST")), tonumber(os.getenv("CHANCERY_LAST"))
function init()
  math.randomseed(os.time())
end
function request()
  return wrk.format("GET", "/services/v2/order/certificate/" .. math.random(first, last))
end
