// For journeys: names that somebody chose to break something, put on everything that has a name in the shop.
import type { Page } from "playwright-core";

/** What a name may be: all of it is text, and text is all that it is. */
export const hostileNames = [
  `<img src=x onerror="hacked=1"><script>hacked=1</script>"'&</title></style>`,
  `"><svg onload=hacked=1>{{constructor.constructor('hacked=1')()}}$t(frame.lost){{count}}`,
  "\u202Eesrever ni\u2066 مرحبا بالعالم עולם",
  `Ж👩‍👩‍👧‍👦🦊🏳️‍🌈${"🦊".repeat(60)}`,
  "W".repeat(240),
  "a\u200Bb\u200D\uFEFFc\u00AD\u2028d",
  "first line\nsecond line\r\n\tthird",
  `=HYPERLINK("http://evil.example","x")`,
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "__proto__",
  "| a | b |\n|---|---|\n[x](javascript:hacked=1) `<b>` **b**",
  "%s %d ${hacked} \\u003cscript\\u003e '; DROP TABLE x; --",
] as const;

interface Named {
  readonly title?: string;
}
type Things = Readonly<Record<string, Named>>;

/** Puts such a name on every thing of a model, and says such things about some of them. */
export async function makeHostile(page: Page, model: string): Promise<void> {
  const { document } = (await (await page.request.get(`/models/${model}`)).json()) as {
    readonly document: { readonly model: Record<string, Things>; readonly observed?: Record<string, Things> };
  };
  let turn = 0;
  const next = (): string => hostileNames[turn++ % hostileNames.length] as string;
  const set = (id: string, field: string, value: string, of: string) => ({
    name: "set-field",
    input: { id, field, value, of },
  });
  const collections = [
    ...["zones", "elements", "flows", "entry-points", "data", "dependencies", "roles"],
    ...["features", "participants"],
  ];
  const calls = collections.flatMap((of) =>
    Object.keys({ ...document.observed?.[of], ...document.model[of] }).map((id) =>
      set(id, of === "participants" ? "name" : "title", next(), of),
    ),
  );
  const said = hostileNames.flatMap((text, i) => [
    { name: "record-threat", input: { say: text, subject: "checkout-api", slug: `hostile-${i}`, why: text } },
    { name: "add-comment", input: { about: i % 2 === 0 ? "checkout-api" : "model", text } },
    { name: "add-assumption", input: { text, kind: "platform" } },
    { name: "add-in-scope", input: { what: `${text} ${i}` } },
  ]);
  const plan = { id: "hour", title: hostileNames[0], kind: "enumeration" };
  for (const call of [...calls, ...said, { name: "plan-workshop", input: plan }]) {
    const done = await page.request.post(`/models/${model}/commands`, { data: { title: next(), calls: [call] } });
    // A thing of the files may stand under another id in the model.
    if (!done.ok() && !(await done.text()).includes("dangling-reference")) throw new Error(await done.text());
  }
}
