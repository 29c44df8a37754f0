// Not reachable by URL, yet a job can run it.
console.log("ran");
