// One threat model that is open: its room, its files, its journal, its knowledge.
import { randomBytes } from "node:crypto";
import {
  FileStore,
  forgetRunning,
  gitFolder,
  headIn,
  type JournalWriter,
  type RunningWorkbench,
  sayRunning,
  takeLock,
} from "@parapet/adapters";
import { type Analysis, analyse, type CommandCall, fail, ok, type Problem, problem, type Result } from "@parapet/core";
import { type Engine, type Entry, type Outcome, Room, type Sender } from "@parapet/live";
import { engineOf } from "../engine.ts";
import { FileKeeper, type FilesState } from "../files/keeper.ts";
import type { ModelDisk } from "../files/model-disk.ts";
import { Watcher } from "../files/watcher.ts";
import { type Kept, keep } from "../http/json.ts";
import { Hall } from "../live/hall.ts";
import { permissionsFor, speaksForOthers } from "../trust/guests.ts";
import type { Session } from "../trust/sessions.ts";
import type { Held, Known, ModelPlace, Workplace } from "../workplace.ts";
import { type OpenedFiles, openFiles } from "./opening.ts";
import { isLong, shortened } from "./rotation.ts";
import { waitingIn } from "./waiting.ts";

interface OpenModelParts {
  readonly place: ModelPlace;
  readonly workplace: Workplace;
  readonly known: Known;
  readonly files: OpenedFiles;
  readonly disk: ModelDisk;
  readonly reached: Reached;
}

export class OpenModel {
  readonly id: string;
  readonly folder: string;
  /** Proposals wait there. Nothing is committed to it while the room is open. */
  readonly store: FileStore;
  /** Names this life of the room: it outlives the process as long as the journal does. */
  readonly life: string;
  readonly room: Room;
  readonly engine: Engine;
  readonly hall: Hall;
  readonly #workplace: Workplace;
  readonly #reached: Reached;
  readonly #journal: JournalWriter;
  readonly #keeper: FileKeeper;
  readonly #watcher: Watcher;
  readonly #unlock: () => void;
  readonly #notes: readonly Problem[];
  #isClosed = false;
  #known: Known;
  #knowledgeProblems: readonly Problem[] = [];
  #entries: Entry[];
  /** What is sent without a base goes one after the other. */
  #turns: Promise<unknown> = Promise.resolve();
  #knowledgeAnswer: Promise<Kept> | undefined;
  #textsAnswer: Promise<Kept> | undefined;

  private constructor({ place, workplace, known, files, disk, reached }: OpenModelParts) {
    this.id = place.id;
    this.folder = place.folder;
    this.store = new FileStore(place.folder);
    this.#workplace = workplace;
    this.#reached = reached;
    this.#known = known;
    this.#journal = files.journal;
    this.#unlock = files.unlock;
    this.#notes = files.problems;
    this.#entries = [...files.entries];
    this.life = files.start.room;
    this.engine = engineOf(() => this.#known);
    this.room = new Room({
      engine: this.engine,
      journal: { append: (entry) => files.journal.append({ entry }) },
      now: workplace.today,
      start: files.start.document,
      startSeq: files.start.seq,
      entries: files.entries,
    });
    this.hall = new Hall(this);
    const git = gitFolder(place.folder);
    this.#keeper = new FileKeeper({
      room: this.room,
      disk,
      journal: files.journal,
      synced: files.synced,
      git: () => (git === undefined ? undefined : headIn(git, place.folder)),
      head: files.head,
      headSince: files.headSince,
      told: () => this.#filesTold(),
    });
    files.journal.restoreFrom(() => this.#startAgain());
    this.room.listen((entry) => {
      this.#entries.push(entry);
      this.#keeper.accepted();
    });
    this.#watcher = new Watcher({
      folder: place.folder,
      git,
      changed: () => void this.#keeper.look(),
      polled: () => void (this.#journal.isGone && this.#journal.replace(() => this.#startAgain())),
      knowledge: () => void this.#readKnowledge(),
      proposals: () => void this.tellWaiting(),
    });
  }

  /** Takes a model for this process alone, and opens a room for it. */
  static async open(
    place: ModelPlace,
    workplace: Workplace,
    disk: ModelDisk,
    reached: Reached,
  ): Promise<Result<OpenModel>> {
    const known = await workplace.knowledge(place.folder);
    if (!known.ok) return known;
    const files = await openFiles(place.folder, disk);
    if (!files.ok) return files;
    const model = new OpenModel({ place, workplace, known: known.value, files: files.value, disk, reached });
    sayRunning(place.folder, { pid: process.pid, ...reached, model: place.id });
    await model.#keeper.look();
    model.#warmUp();
    return ok(model);
  }

  /** Analyses a few times before anybody waits for it: code that V8 has seen at work is several times as fast. */
  #warmUp(times = 6): void {
    if (times === 0 || this.#isClosed) return;
    analyse({ ...this.room.document }, this.#known.knowledge, { now: this.today }).stages;
    setTimeout(() => this.#warmUp(times - 1), 50).unref();
  }

  /** Writes what was accepted into the files, and lets go of the model. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.hall.close();
    await this.#watcher.close();
    await this.#keeper.close();
    await this.#journal.close();
    forgetRunning(this.folder);
    this.#unlock();
  }

  get known(): Known {
    return this.#known;
  }

  get today(): string {
    return this.#workplace.today();
  }

  /** What was done, oldest first, as far as the journal goes back. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** How the files stand. */
  get files(): FilesState {
    const { problems, ...state } = this.#keeper.state;
    return { problems: [...problems, ...this.#notes, ...this.#knowledgeProblems], ...state };
  }

  /** Comes back when the files hold all that is accepted now, or cannot. */
  async written(): Promise<Omit<FilesState, "commit">> {
    await this.#keeper.look();
    const { problems, written } = this.files;
    return { problems, written };
  }

  /** The engine layer of the knowledge as an answer. */
  knowledgeAnswer(): Promise<Kept> {
    this.#knowledgeAnswer ??= keep(this.#known.knowledge);
    return this.#knowledgeAnswer;
  }

  /** The texts of the knowledge as an answer. */
  textsAnswer(): Promise<Kept> {
    this.#textsAnswer ??= keep(this.#known.texts());
    return this.#textsAnswer;
  }

  /** The analysis of the present document, today. */
  analysis(): Analysis {
    return this.engine.analysis(this.room.document, this.today);
  }

  /** The model as it stands now, for work beside the room. */
  get held(): Held {
    const { document, head } = this.room;
    return { folder: this.folder, document, revision: `${this.life}-${head}`, now: this.today };
  }

  /** What was done since the commit that is checked out. */
  get uncommitted(): readonly Entry[] {
    const { headSince } = this.#keeper;
    return this.#entries.filter(({ seq }) => seq > headSince);
  }

  /** Runs commands that were made on what a client saw. */
  async send(session: Session, connection: string, message: Parameters<Room["send"]>[1]): Promise<Outcome> {
    const sender = this.sender(session, message.calls, connection);
    return sender.ok ? this.room.send(sender.value, message) : notPermitted(message.id, sender.problems);
  }

  /** Takes something back that the same person did. */
  undo(session: Session, connection: string, message: Parameters<Room["undo"]>[1]): Promise<Outcome> {
    const may = session.guest ? [...session.may, "edit" as const] : session.may;
    return this.room.undo({ ...this.senderOf(session, connection), may }, message);
  }

  /** The sender that a session is for some commands; refused when a guest speaks for others. */
  sender(session: Session, calls: readonly CommandCall[], connection = session.id): Result<Sender> {
    const sender = this.senderOf(session, connection);
    if (!session.guest) return ok(sender);
    const speaks = speaksForOthers(calls);
    return speaks ? fail(speaks) : ok({ ...sender, may: permissionsFor(calls, session.may) });
  }

  /** The sender that a session is over a connection. */
  senderOf(session: Session, connection: string): Sender {
    const { id, guest, may } = session;
    return { session: connection, by: this.nameOf(session), ...(guest && { joined: id }), may };
  }

  /** Runs commands of somebody who saw no particular state: on what stands when their turn comes. */
  sendNow(sender: Sender, { title, calls, id }: SentNow): Promise<Outcome> {
    const turn = this.#turns.then(async () => {
      for (let tries = 1; ; tries += 1) {
        const message = { id: id ?? newSendId(), base: this.room.head, title, calls: [...calls] };
        const outcome = await this.room.send(sender, message);
        const overtaken =
          outcome.kind === "refused" && (outcome.why === "conflict" || outcome.why === "changed-meanwhile");
        if (!overtaken || id !== undefined || tries === mostTries) return outcome;
      }
    });
    this.#turns = turn.catch(() => undefined);
    return turn;
  }

  /** What a session counts as: the host's person, or what a guest claims. */
  nameOf({ guest, name }: Session): string {
    return guest ? `${name ?? "somebody"} (guest)` : this.#workplace.person(this.room.document);
  }

  /** Says to everybody how much waits in proposals. */
  async tellWaiting(): Promise<void> {
    this.hall.tell(await waitingIn(this.store));
  }

  #filesTold(): void {
    this.hall.tell({ kind: "files", ...this.files });
    if (this.#keeper.state.written !== this.room.head || !isLong(this.#journal.size, this.#entries.length)) return;
    void this.#journal.replace(() => this.#shortJournal());
  }

  /** The folder that is only this machine's was removed: the lock, the way here and the journal are made anew. */
  #startAgain() {
    const lock = takeLock(this.folder);
    if (lock.ok) sayRunning(this.folder, { pid: process.pid, ...this.#reached, model: this.id });
    return this.#shortJournal();
  }

  #shortJournal() {
    const lines = shortened(this.life, this.#entries, this.room.document, this.#keeper.synced);
    const first = lines.find(({ entry }) => entry)?.entry?.seq ?? 0;
    this.#entries = this.#entries.filter(({ seq }) => seq >= first);
    return lines;
  }

  /** The organisation's own knowledge changed on disk: compiled anew; what does not compile changes nothing. */
  async #readKnowledge(): Promise<void> {
    const known = await this.#workplace.knowledge(this.folder);
    if (known.ok) {
      this.#known = known.value;
      this.#knowledgeAnswer = undefined;
      this.#textsAnswer = undefined;
      this.#knowledgeProblems = [otherRules];
    } else this.#knowledgeProblems = known.problems;
    this.#filesTold();
  }
}

function notPermitted(id: string, problems: readonly Problem[]): Outcome {
  return { kind: "refused", id, why: "not-permitted", problems, missed: [] };
}

/** Where programs of this user reach the workbench. */
export type Reached = Pick<RunningWorkbench, "port" | "secret" | "tls">;

/** Commands that are made on what stands. */
interface SentNow {
  readonly title: string;
  readonly calls: readonly CommandCall[];
  readonly id?: string;
}

/** So often a command is made anew when people overtake it. */
const mostTries = 10;

/** Each send without an id is one of a client of its own. */
export function newSendId(): string {
  return `${randomBytes(9).toString("hex")}-1`;
}

const otherRules = problem(
  "stale-revision",
  "The knowledge of the organisation changed on disk while this page was open.",
  "Reload the page to see the threats by the rules as they are now.",
);
