import { response } from "sdk/http";
import { page } from "./_html.mjs";

response.setContentType("text/html");
response.print(page("Scripting Session", `
<p>These scripts lie in <code>src/samples/scripts</code> and run in this server. They share the HTTP session of your browser.</p>
<ul>
<li><a href="hello.mjs">hello.mjs</a>: the script of the documentation, which stores an attribute and reads it</li>
<li><a href="counter.mjs">counter.mjs</a>: counts your visits</li>
<li><a href="cart.mjs">cart.mjs</a>: a shopping cart</li>
</ul>
<p>The <a href="../explorer/">explorer</a> shows what is in the session, and what a script changes in it. It is there for clients of this machine,
where <code>scripting.explorer</code> is <code>local</code>, as in the README's first command.</p>`));
