import { request, session } from "sdk/http";
import { serve } from "./_cases.mjs";

serve({
  intl: () => [new Intl.NumberFormat("de", { minimumFractionDigits: 2 }).format(1234.5), new Intl.PluralRules("ar").select(3),
    ["ä", "z", "a"].sort(new Intl.Collator("sv").compare), new Intl.DateTimeFormat("bg", { month: "long", timeZone: "UTC" }).format(new Date(0))],
  parts: () => request.getParts().map((part) => [part.name, part.fileName, part.getText()]),
  store: () => { session.set("secretCart", { card: "4111" }).set("open", "plain"); },
  read: () => [session.get("secretCart").card, session.getAttribute("open")],
});
