// The files under a running workbench: written behind the journal, edited by others, broken, in conflict, on another branch.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { scratchCopy, Workbench } from "../testing/workbench.ts";

let open: Workbench[] = [];
afterEach(async () => {
  for (const workbench of open) await workbench.close();
  open = [];
});

async function started(folder = scratchCopy("shop")): Promise<Workbench> {
  const workbench = await Workbench.on(folder);
  open.push(workbench);
  return workbench;
}

const pathOf = ({ folder }: Workbench, name = "model.yaml") => join(folder, "threat-model", name);
const textOf = (workbench: Workbench, name?: string) => readFileSync(pathOf(workbench, name), "utf8");
const edit = (workbench: Workbench, from: string | RegExp, to: string) =>
  writeFileSync(pathOf(workbench), textOf(workbench).replace(from, to));
const setTitle = (id: string, value: string) => ({ name: "set-field", input: { id, field: "title", value } });
const eventually = async (is: () => boolean | Promise<boolean>) => {
  while (!(await is())) await new Promise((done) => setTimeout(done, 10));
};

describe("what is accepted", () => {
  test("is in the YAML before long, and every byte that it does not address stays", async () => {
    const workbench = await started();
    const before = textOf(workbench);
    const ann = await workbench.person("shop", "ann");
    await ann.send("Rename", setTitle("internet", "Outworld"));
    await eventually(() => textOf(workbench).includes("Outworld"));
    expect(textOf(workbench)).toBe(before.replace("internet: {title: Internet,", "internet: {title: Outworld,"));
    await eventually(() => ann.heard.some((said) => said.kind === "files" && said.written === ann.shown?.head));
  });

  test("500 commands at once change the addressed lines and nothing else", async () => {
    const workbench = await started();
    const before = textOf(workbench);
    const titles = [...before.matchAll(/^ {2}([a-z-]+): \{title: ([A-Z][a-z ]+),/gm)].map(([line, id, title]) => ({
      line,
      id,
      title,
    }));
    expect(titles.length).toBeGreaterThan(10);
    const ann = await workbench.person("shop", "ann");
    const last = new Map<string, string>();
    const sent = Array.from({ length: 500 }, (_, n) => {
      const { id = "", title = "" } = titles[n % titles.length] ?? {};
      // As long as the old one, so that no line is broken anew.
      const value = `T${String(n).padStart(title.length - 1, "x")}`.slice(0, title.length);
      return ann
        .post("/models/shop/commands/set-field", { title: `Rename ${n}`, input: { id, field: "title", value } })
        .then(async (answer) => {
          const { seq } = (await answer.json()) as { seq: number };
          return { status: answer.status, seq, id, value };
        });
    });
    const answers = (await Promise.all(sent)).sort((a, b) => a.seq - b.seq);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    for (const { id, value } of answers) last.set(id, value);
    let expected = before;
    for (const { line, id, title } of titles)
      expected = expected.replace(line, line.replace(`title: ${title},`, `title: ${last.get(id ?? "")},`));
    await ann.get("/models/shop/written");
    expect(textOf(workbench)).toBe(expected);
    for (const name of ["observed.yaml", "register.yaml", "people.yaml", "policy.yaml"])
      expect(textOf(workbench, name)).toBe(
        readFileSync(join(import.meta.dirname, "../../../../examples/shop/threat-model", name), "utf8"),
      );
  });

  test("goes on under the same life and numbers when the workbench is started again, undo too", async () => {
    const first = await started();
    const ann = await first.person("shop", "ann");
    await ann.send("Rename", setTitle("internet", "Outworld"));
    await ann.until(({ waiting }) => waiting.length === 0);
    const model = async (workbench: Workbench) =>
      (
        await fetch(`${workbench.origin}/models/shop`, { headers: { cookie: await workbench.cookie() } })
      ).json() as Promise<{ room: string; head: number }>;
    const was = await model(first);
    await first.close(false);
    open = [];
    const second = await started(first.folder);
    expect(await model(second)).toMatchObject({ room: was.room, head: was.head });
    const again = await second.person("shop", "ann2");
    await again.undo();
    await again.until(({ document }) => document.model.zones?.internet?.title === "Internet");
  });
});

describe("an edit on disk", () => {
  test("is seen by everybody, by the hand of the disk, and stays as it was written", async () => {
    const workbench = await started();
    const ann = await workbench.person("shop", "ann");
    edit(workbench, "internet: {title: Internet,", "internet: {title:   Outworld, # ours\n   ");
    const text = textOf(workbench);
    await ann.until(({ document }) => document.model.zones?.internet?.title === "Outworld");
    expect(ann.shown?.recent.at(-1)).toMatchObject({ by: "disk", title: "Edited on disk" });
    await ann.send("Another", setTitle("third-parties", "Others"));
    await eventually(() => textOf(workbench).includes("Others"));
    expect(textOf(workbench)).toBe(
      text.replace("third-parties: {title: Third parties,", "third-parties: {title: Others,"),
    );
  });

  test("of comments alone is no entry, and stays", async () => {
    const workbench = await started();
    const ann = await workbench.person("shop", "ann");
    edit(workbench, "zones:\n", "zones: # where things stand\n");
    await ann.send("Rename", setTitle("internet", "Outworld"));
    await eventually(() => textOf(workbench).includes("Outworld"));
    expect(textOf(workbench)).toContain("zones: # where things stand\n");
    expect(ann.shown?.recent.map(({ by }) => by)).toEqual(["ann"]);
  });

  test("of what was changed here and not written yet: the file counts, and the log keeps the other", async () => {
    const workbench = await started();
    const ann = await workbench.person("shop", "ann");
    await ann.send("Here", setTitle("internet", "Here"));
    await ann.until(({ waiting }) => waiting.length === 0);
    edit(workbench, "internet: {title: Internet,", "internet: {title: There,");
    await ann.until(({ document }) => document.model.zones?.internet?.title === "There");
    expect(ann.shown?.recent.map(({ title }) => title)).toEqual(["Here", "Edited on disk"]);
    expect(ann.shown?.recent.at(-1)?.changes).toMatchObject([{ before: "Here", after: "There" }]);
    await eventually(() => ann.heard.some((said) => said.kind === "files" && said.written === ann.shown?.head));
    expect(textOf(workbench)).toContain("internet: {title: There,");
  });

  test("that removes what something here was built on: the rest stays, and the title names what went", async () => {
    const workbench = await started();
    const ann = await workbench.person("shop", "ann");
    edit(workbench, "zones:\n", "zones:\n  annex: {title: Annex, kind: private-network}\n");
    await ann.until(({ document }) => document.model.zones?.annex !== undefined);
    await ann.get("/models/shop/written");
    await ann.send(
      "Two things",
      { name: "add-element", input: { id: "printer", kind: "process", zone: "annex" } },
      { name: "add-zone", input: { id: "yard" } },
    );
    await ann.until(({ waiting }) => waiting.length === 0);
    edit(workbench, "  annex: {title: Annex, kind: private-network}\n", "");
    await ann.until(({ document }) => document.model.zones?.annex === undefined);
    expect(ann.document.model.elements?.printer).toBeUndefined();
    expect(ann.document.model.zones?.yard).toBeDefined();
    expect(ann.shown?.recent.at(-1)?.title).toBe("Edited on disk; what was done here to printer does not fit any more");
    await ann.get("/models/shop/written");
    expect(textOf(workbench)).toContain("yard:");
  });
});

describe.each([
  ["does not parse", (text: string) => text.replace("zones:\n", "zones: [\n")],
  [
    "says what the schema does not know",
    (text: string) => text.replace("zones:\n", "zones:\n  x: {kindd: internet}\n"),
  ],
  ["holds the markers of a merge", (text: string) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> other\n`],
  ["is empty", () => ""],
  ["has 20 MB", (text: string) => `${text}# ${"x".repeat(20_000_000)}\n`],
])("a file that %s", (_name, broken) => {
  test("is left alone; editing goes on and is told; once mended, both are there", async () => {
    const workbench = await started();
    const ann = await workbench.person("shop", "ann");
    const good = textOf(workbench);
    writeFileSync(pathOf(workbench), broken(good));
    await eventually(() => ann.heard.some((said) => said.kind === "files" && said.problems.length > 0));
    await ann.send("Go on", setTitle("internet", "Outworld"));
    await ann.until(({ waiting }) => waiting.length === 0);
    const { problems } = (await (await ann.get("/models/shop/written")).json()) as { problems: { say: string }[] };
    expect(problems[0]?.say).toContain("kept in the journal");
    expect(textOf(workbench)).toBe(broken(good));
    writeFileSync(
      pathOf(workbench),
      good.replace("third-parties: {title: Third parties,", "third-parties: {title: Others,"),
    );
    await ann.until(({ document }) => document.model.zones?.["third-parties"]?.title === "Others");
    await eventually(() => textOf(workbench).includes("Outworld"));
    expect(textOf(workbench)).toContain("Others");
    await eventually(() => ann.heard.findLast(({ kind }) => kind === "files")?.kind === "files");
    const { problems: left } = (await (await ann.get("/models/shop/written")).json()) as { problems: unknown[] };
    expect(left).toEqual([]);
  });

  test("does not keep the workbench from starting again with all that was accepted", async () => {
    const first = await started();
    const ann = await first.person("shop", "ann");
    const good = textOf(first);
    writeFileSync(pathOf(first), broken(good));
    await eventually(() => ann.heard.some((said) => said.kind === "files" && said.problems.length > 0));
    await ann.send("Go on", setTitle("internet", "Outworld"));
    await ann.until(({ waiting }) => waiting.length === 0);
    await first.close(false);
    open = [];
    const second = await started(first.folder);
    const again = await second.person("shop", "ann2");
    expect(again.document.model.zones?.internet?.title).toBe("Outworld");
    expect(textOf(second)).toBe(broken(good));
    writeFileSync(pathOf(second), good);
    await eventually(() => textOf(second).includes("Outworld"));
  });
});

test("another branch underneath is one named entry, and undo does not go beyond it", async () => {
  const folder = scratchCopy("shop");
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=ann", "-c", "user.email=ann@example.com", ...args], {
      stdio: "pipe",
    });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "one");
  git("switch", "-qc", "other");
  const model = join(folder, "threat-model/model.yaml");
  writeFileSync(
    model,
    readFileSync(model, "utf8").replace("internet: {title: Internet,", "internet: {title: Branched,"),
  );
  git("commit", "-qam", "two");
  git("switch", "-q", "main");
  const workbench = await started(folder);
  const ann = await workbench.person("shop", "ann");
  await ann.send("Rename", setTitle("third-parties", "Others"));
  await ann.until(({ waiting }) => waiting.length === 0);
  await ann.get("/models/shop/written");
  git("stash", "-q");
  git("switch", "-q", "other");
  await ann.until(({ document }) => document.model.zones?.internet?.title === "Branched");
  expect(
    ann.shown?.recent.some(({ title, barrier }) => barrier === true && /^Now at other \([0-9a-f]{8}\)$/.test(title)),
  ).toBe(true);
  await ann.undo();
  await ann.until(({ tray }) => tray.length > 0);
  expect(ann.shown?.tray[0]?.problems[0]?.code).toBe("nothing-to-undo");
});

test("a commit of what is there is no barrier", async () => {
  const folder = scratchCopy("shop");
  const git = (...args: string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=ann", "-c", "user.email=ann@example.com", ...args], {
      stdio: "pipe",
    });
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-qm", "one");
  const workbench = await started(folder);
  const ann = await workbench.person("shop", "ann");
  await ann.send("Rename", setTitle("internet", "Outworld"));
  await ann.until(({ waiting }) => waiting.length === 0);
  await ann.get("/models/shop/written");
  git("commit", "-qam", "two");
  await ann.get("/models/shop/written");
  edit(workbench, "third-parties: {title: Third parties,", "third-parties: {title: Others,");
  await ann.until(({ document }) => document.model.zones?.["third-parties"]?.title === "Others");
  expect(ann.shown?.recent.at(-1)).not.toHaveProperty("barrier");
  await ann.undo();
  await ann.until(({ document }) => document.model.zones?.internet?.title === "Internet");
});

test("a journal that cannot be followed is set aside and told; the model opens from its files", async () => {
  const first = await started();
  const ann = await first.person("shop", "ann");
  await ann.send("Rename", setTitle("internet", "Outworld"));
  await ann.until(({ waiting }) => waiting.length === 0);
  await first.close(false);
  open = [];
  const journal = join(first.folder, "threat-model/.parapet/journal.jsonl");
  writeFileSync(journal, readFileSync(journal, "utf8").replace('"seq":1,', '"seq":9,'));
  const second = await started(first.folder);
  const again = await second.person("shop", "ann2");
  expect(again.document.model.zones?.internet?.title).toBe("Outworld");
  expect((await again.hears("files")).problems[0]?.say).toContain("could not be followed to its end");
  rmSync(second.folder, { recursive: true, force: true });
});

test("who cleans the folder with git loses nothing that was accepted, and the model stays this workbench's alone", async () => {
  const workbench = await started();
  const ann = await workbench.person("shop", "ann");
  await ann.send("Rename", setTitle("internet", "Outworld"));
  await ann.until(({ waiting }) => waiting.length === 0);
  rmSync(pathOf(workbench, ".parapet"), { recursive: true, force: true });
  await ann.send("Rename", setTitle("third-parties", "Others"));
  await ann.until(({ waiting, tray }) => waiting.length === 0 && tray.length === 0);
  const journal = readFileSync(pathOf(workbench, ".parapet/journal.jsonl"), "utf8");
  expect(journal).toContain("Outworld");
  expect(journal).toContain("Others");
  expect(readFileSync(pathOf(workbench, ".parapet/lock"), "utf8")).toBe(`${process.pid}\n`);
  expect(readFileSync(pathOf(workbench, ".parapet/up.json"), "utf8")).toContain(`"port":${workbench.running.port}`);
  expect(readFileSync(pathOf(workbench, ".parapet/.gitignore"), "utf8")).toBe("*\n");
  await ann.get("/models/shop/written");
  expect(textOf(workbench)).toContain("Others");
});
