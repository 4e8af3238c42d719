-- Sends the requests of a file in turn: address, token, body, tab-separated; '#' in the body becomes a new key, which is
-- the Idempotency-Key too. Ends with one line of figures.
local rows, at, count, stamp = {}, 0, 0, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, token, body = line:match("([^\t]*)\t([^\t]*)\t(.*)")
    rows[#rows + 1] = { head = "POST " .. path .. " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
      .. "Authorization: Bearer " .. token .. "\r\nIdempotency-Key: ", body = body, keyed = body:find("#", 1, true) }
  end
  at = tonumber(arguments[2] or "0")
  stamp = arguments[3] or tostring(os.time())
end

function request()
  at, count = at + 1, count + 1
  local row, key = rows[(at - 1) % #rows + 1], "load-" .. stamp .. "-" .. count
  local body = row.keyed and row.body:gsub("#", key) or row.body
  return row.head .. key .. "\r\nContent-Length: " .. #body .. "\r\n\r\n" .. body
end

function done(summary, latency)
  io.write(string.format("FIGURES requests=%d took=%.3f refused=%d broken=%d p50=%.3f p99=%.3f\n", summary.requests,
    summary.duration / 1e6, summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
