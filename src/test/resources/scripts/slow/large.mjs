import { request, response } from "sdk/http";

// numbered lines of 1,024 bytes
const dots = ".".repeat(1000);
const lines = Number(request.getParameter("lines"));
for (let line = 0; line < lines; line += 16) {
    let text = "";
    for (let i = line; i < Math.min(lines, line + 16); i++) {
        text += dots + String(i).padStart(23, ".") + "\n";
    }
    response.print(text);
    if (request.getParameter("flushed")) {
        response.flush();
    }
}
