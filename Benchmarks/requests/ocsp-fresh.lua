-- Asks with a nonce, so that each answer is signed.
local file = io.open(os.getenv("CHANCERY_QUESTION"), "rb")
wrk.method = "POST"
wrk.path = "/ocsp"
wrk.headers["Content-Type"] = "application/ocsp-request"
wrk.body = file:read("*a")
