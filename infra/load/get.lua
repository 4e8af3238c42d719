-- Asks for the addresses of a file in turn: address and token, tab-separated. Ends with one line of figures.
local rows, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, token = line:match("([^\t]*)\t?([^\t]*)")
    rows[#rows + 1] = "GET " .. path .. " HTTP/1.1\r\nHost: localhost\r\n"
      .. (token ~= "" and "Authorization: Bearer " .. token .. "\r\n" or "") .. "\r\n"
  end
  at = tonumber(arguments[2] or "0")
end

function request()
  at = at + 1
  return rows[(at - 1) % #rows + 1]
end

function done(summary, latency)
  io.write(string.format("FIGURES requests=%d took=%.3f refused=%d broken=%d p50=%.3f p99=%.3f\n", summary.requests,
    summary.duration / 1e6, summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write
    + summary.errors.timeout, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
