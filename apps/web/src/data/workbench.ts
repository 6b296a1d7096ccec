// What the page knows of the open model: one store that everything reads, and the few functions that change something.
import type { Analysis, Change, CommandCall, Document, Knowledge, Problem, Result, Texts } from "@parapet/core";
import {
  type FromServer,
  nobody,
  type Peer,
  type Peers,
  type Presence,
  peersAfter,
  protocol,
  Replica,
  type Shown,
  shortPresence,
} from "@parapet/live";
import { create } from "zustand";
import type { Effect, Supposition } from "./analysis-worker.ts";
import { Analyst } from "./analyst.ts";
import { Connection } from "./connection.ts";
import { engineOf } from "./engine.ts";
import { get } from "./http.ts";
import { inRoom, nowIn } from "./in-room.ts";
import { asked, inDocument, onItsWay, over, type Said, worked } from "./said.ts";
import { clientOfTab, keptFor, lifeOfPage, shelfOf, stayAlive } from "./shelf.ts";

export interface Workbench {
  /** opening · open · lost: the model cannot be read, with the reason in `problems`. */
  readonly state: "opening" | "open" | "lost";
  readonly model: string;
  readonly problems: readonly Problem[];
  readonly shown: Shown | undefined;
  readonly document: Document | undefined;
  /** Of the newest document that the worker has finished; `fresh` says whether that is the one shown. */
  readonly analysis: Analysis | undefined;
  readonly fresh: boolean;
  readonly knowledge: Knowledge | undefined;
  readonly texts: Texts | undefined;
  readonly now: string;
  readonly peers: readonly Peer[];
  readonly said: Said | undefined;
  /** The state of the files on disk: problems, the entry up to which they are written, and the commit that is checked out. */
  readonly files: Omit<Extract<FromServer, { kind: "files" }>, "kind">;
  /** How many things wait in proposals. */
  readonly proposals: number;
  /** What workshops keep in memory, by workshop. */
  readonly workshops: Readonly<Record<string, { readonly state: unknown; readonly own: unknown }>>;
  /** Analyse with what this planned feature adds. */
  readonly feature: string | undefined;
  /** Why the browser cannot keep what waits. */
  readonly shelfFull: string | undefined;
  readonly removed: string | undefined;
  /** Why the server ended the connection, in its words, until there is one again. */
  readonly ended: string | undefined;
}

const closed: Workbench = {
  state: "opening",
  model: "",
  problems: [],
  shown: undefined,
  document: undefined,
  analysis: undefined,
  fresh: false,
  knowledge: undefined,
  texts: undefined,
  now: "",
  peers: [],
  said: undefined,
  files: { problems: [], written: 0 },
  proposals: 0,
  workshops: {},
  feature: undefined,
  shelfFull: undefined,
  removed: undefined,
  ended: undefined,
};

export const useWorkbench = create<Workbench>(() => closed);
const { setState, getState } = useWorkbench;

let replica: Replica | undefined;
let connection: Connection | undefined;
let analyst: Analyst | undefined;
let around: Peers = nobody;
let own: Presence = {};
/** The code with which a server closes that will be back. */
const goingAway = 1001;

/** Opens a model: its knowledge, its room, and the engine that analyses it. Called once per page. */
export async function openModel(model: string): Promise<void> {
  setState({ ...closed, model });
  heardUpTo = undefined;
  around = nobody;
  nowIn(undefined);
  const client = clientOfTab();
  stayAlive(client);
  const [knowledge, kept] = await Promise.all([
    get<Knowledge>(`/models/${encodeURIComponent(model)}/knowledge`),
    keptFor(model, client),
  ]);
  if (!knowledge.ok) {
    setState({ state: "lost", problems: knowledge.problems });
    return;
  }
  setState({ knowledge: knowledge.value });
  analyst = new Analyst(knowledge.value, { told, analysed });
  replica = new Replica({
    engine: engineOf(knowledge.value),
    client: lifeOfPage(client),
    kept,
    shelf: shelfOf(model, client, (shelfFull) => setState({ shelfFull })),
    changed,
    post: (message) => connection?.post(message),
  });
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  const url = `${scheme}://${location.host}/models/${encodeURIComponent(model)}/live`;
  connection = new Connection({
    url,
    opened: () => replica && connection?.post(replica.hello(protocol)),
    heard,
    lost: ({ code, reason }) => {
      replica?.lost();
      setState({ ended: code === goingAway || reason === "" ? undefined : reason });
    },
  });
  void loadTexts(model);
}

/** The texts are large and only explain: they come after the first picture. */
async function loadTexts(model: string): Promise<void> {
  const texts = await get<Texts>(`/models/${encodeURIComponent(model)}/texts`);
  if (texts.ok) setState({ texts: texts.value });
}

/** Runs commands. What is wrong with them comes back and is said; what they do shows at once. */
export async function send(
  title: string,
  ...calls: readonly CommandCall[]
): Promise<Result<{ readonly id: string; readonly changes: readonly Change[] }>> {
  if (!replica) throw new Error("no model is open");
  const said = asked(title);
  setState({ said });
  const done = await replica.send(title, inRoom(calls, getState().document));
  follow(said, done.ok ? onItsWay(said, done.value, shownNumber) : over(title, done.problems));
  return done;
}

/** Goes on with what is said, unless something else was done meanwhile. */
function follow(said: Said, next: Said): void {
  if (getState().said === said) setState({ said: next });
}

/** One command, by name. */
export function call(name: string, input: unknown): CommandCall {
  return { name, input };
}

/** Takes back the last thing that this person did here. */
export async function undo(): Promise<void> {
  if (!replica) return;
  const said = asked("");
  setState({ said });
  const done = await replica.undo();
  const title = done.ok ? titleOf(done.value.id) : "";
  follow(said, done.ok ? onItsWay({ ...said, title }, done.value, shownNumber) : over(title, done.problems));
}

/** What a step is called, sent or accepted. */
function titleOf(id: string): string {
  const { waiting = [], recent = [] } = getState().shown ?? {};
  return [...waiting, ...recent].find((one) => one.id === id)?.title ?? "";
}

/** Where this page is: what was said elsewhere, and needs nobody, is put away. */
export function inPlace(place: string): void {
  const { said } = getState();
  if (place !== lastPlace && said && !said.working && said.problems.length === 0) hush();
  lastPlace = place;
}

let lastPlace: string | undefined;

/** Forgets or repeats what waits in the tray. */
export async function settle(id: string, how: "forget" | "repeat"): Promise<Result<unknown> | undefined> {
  return replica?.settle(id, how);
}

/** Tells the others where this person is: what is new of it; undefined takes something away. */
export function present(news: { readonly [part in keyof Presence]?: Presence[part] | undefined }): void {
  own = Object.fromEntries(Object.entries({ ...own, ...news }).filter(([, part]) => part !== undefined));
  connection?.post(shortPresence(own));
}

/** Does something in the part of a workshop that only lives in memory: a vote, the timer. */
export function act(workshop: string, what: unknown): void {
  connection?.post({ kind: "workshop", workshop, act: what });
}

/** Looks at the model with what a planned feature adds, or without. */
export function lookThrough(feature: string | undefined): void {
  setState({ feature });
  const { document, now } = getState();
  if (document) analyst?.analyse(document, now, feature);
}

/** What would follow if the open model were otherwise; undefined while no model is open. */
export function suppose(supposed: Supposition): ReturnType<Analyst["suppose"]> | undefined {
  return analyst?.suppose(supposed);
}

/** Puts away the line that says what the last thing did. */
export function hush(): void {
  setState({ said: undefined });
}

/** The number that the document that is shown has for the engine. */
let shownNumber = 0;

/** The last entry that this page has heard of. */
let heardUpTo: number | undefined;

/** What happened in the files since the page heard of something: an edit, a pull, another branch. */
function doneInFiles({ recent, head }: Shown): Said | undefined {
  const since = heardUpTo ?? head;
  heardUpTo = head;
  const last = recent.findLast(({ seq, session }) => seq > since && session === "disk");
  return last && { ...asked(last.title), id: last.id, inFiles: true };
}

function changed(shown: Shown): void {
  const { document: before, now, feature, fresh, said: last } = getState();
  const { document } = shown;
  // The engine first: it works while the page draws.
  if (before !== document && now !== "") shownNumber = analyst?.analyse(document, now, feature) ?? shownNumber;
  const said = doneInFiles(shown) ?? last;
  setState({
    shown,
    document,
    state: "open",
    fresh: fresh && before === document,
    ...(said && { said: inDocument(said, shown, shownNumber) }),
  });
}

function told(effect: Effect | undefined, upTo: number): void {
  const { said } = getState();
  if (said) setState({ said: worked(said, effect, upTo) });
}

function analysed(analysis: Analysis, newest: boolean): void {
  setState({ analysis, fresh: newest });
}

function heard(message: FromServer): void {
  around = peersAfter(around, message);
  if (around.list !== getState().peers) setState({ peers: around.list });
  if (message.kind === "welcome") {
    setState({ now: message.now, ended: undefined });
    present({});
  } else if (message.kind === "files") setState({ files: message });
  else if (message.kind === "proposals") setState({ proposals: message.count });
  else if (message.kind === "workshop")
    setState(({ workshops }) => ({ workshops: { ...workshops, [message.workshop]: inWorkshop(message, workshops) } }));
  else if (message.kind === "refused") setState(({ said }) => ({ said: refusedLine(said, message.problems) }));
  else if (message.kind === "removed") {
    connection?.end();
    setState({ removed: message.say });
  }
  void replica?.receive(message);
}

/** How a workshop is; what is the session's own stays as it was last said. */
function inWorkshop(
  { workshop, state, own }: Extract<FromServer, { kind: "workshop" }>,
  before: Workbench["workshops"],
): Workbench["workshops"][string] {
  return { state, own: own ?? before[workshop]?.own };
}

function refusedLine(said: Said | undefined, problems: readonly Problem[]): Said {
  return over(said?.title ?? "", problems);
}
