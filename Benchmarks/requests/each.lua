-- One request for each number from FIRST to LAST, and no more: METHOD, REQUEST_PATH (with %d for the
-- number) and BODY are set by Benchmarks/status.
-- wrk asks for one request that it never sends, before the first.
local first, last = tonumber(os.getenv("FIRST")), tonumber(os.getenv("LAST"))
local number = first - 2
local path, method, body = os.getenv("REQUEST_PATH"), os.getenv("METHOD"), os.getenv("BODY")
local headers = {["X-DC-DEVKEY"] = os.getenv("CHANCERY_KEY"), ["Content-Type"] = "application/json"}
local answered, total = 0, last - first + 1
function request()
  number = number + 1
  if number > last then return wrk.format("GET", "/healthz") end
  return wrk.format(method, string.format(path, number), headers, body)
end
function response(status, headers, body)
  if status >= 300 then io.stderr:write(status, " ", body or "", "\n") end
  answered = answered + 1
  -- Some of the last ones may still be on their way when the first filler is answered.
  if answered == total + 64 then io.open(os.getenv("DONE"), "w"):close() end
end
