-- Reads one of the first CHANCERY_ORDERS orders, a different one each time.
wrk.headers["X-DC-DEVKEY"] = os.getenv("CHANCERY_KEY")
local orders = tonumber(os.getenv("CHANCERY_ORDERS"))
local next = 0
function request()
  next = next % orders + 1
  return wrk.format("GET", "/services/v2/order/certificate/" .. next)
end
