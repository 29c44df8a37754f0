-- Each thread of wrk (one a connection) is one user: it keeps the cookie of its first response.
local cookie

function request()
  if cookie then
    return wrk.format("GET", nil, { ["Cookie"] = cookie })
  end
  return wrk.format("GET")
end

function response(status, headers, body)
  if not cookie and headers["Set-Cookie"] then
    cookie = string.match(headers["Set-Cookie"], "([^;]+)")
  end
end
