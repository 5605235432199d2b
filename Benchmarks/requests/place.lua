-- Places an order whose certificate is issued in the answer. CHANCERY_KEY and CHANCERY_CSR are set
-- by Benchmarks/run; any answer but 201 is counted as an error.
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
wrk.headers["X-DC-DEVKEY"] = os.getenv("CHANCERY_KEY")
wrk.body = string.format(
  '{"certificate":{"common_name":"www.example.com","csr":"%s","signature_hash":"sha256"},' ..
  '"organization":{"id":1},"order_validity":{"years":1},"skip_approval":true}',
  os.getenv("CHANCERY_CSR"))

local wrong = 0
function response(status)
  if status ~= 201 then
    wrong = wrong + 1
    if wrong == 1 then io.stderr:write("an order was answered with status " .. status .. "\n") end
  end
end
