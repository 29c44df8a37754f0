-- Each thread of wrk (one a connection) is one user. Its session's cookie was got before the load, so that nothing of Lua
-- runs in a request. Arguments: a file of cookies, one a line; and, to check the answers, a file with the right one.
local users = {}

function setup(thread)
  users[#users + 1] = thread
  thread:set("number", #users)
end

function init(args)
  local line = 0
  for cookie in io.lines(args[1]) do
    line = line + 1
    if line == number then
      wrk.headers["Cookie"] = cookie
    end
  end
  if args[2] then
    local file = io.open(args[2], "rb")
    local right = file:read("*a")
    file:close()
    wrong = 0
    function response(status, headers, body)
      if status ~= 200 or body ~= right then
        wrong = wrong + 1
      end
    end
  end
end

function done()
  local sum = 0
  for _, user in ipairs(users) do
    sum = sum + (user:get("wrong") or 0)
  end
  print("Wrong answers: " .. sum)
end
