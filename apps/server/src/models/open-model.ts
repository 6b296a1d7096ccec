// One threat model that is open: its room, its store, its knowledge.
import { randomBytes } from "node:crypto";
import { FileStore } from "@parapet/adapters";
import { type Analysis, analyse, ok, type Result } from "@parapet/core";
import { type Engine, type Entry, Room, type Sender } from "@parapet/live";
import { engineOf } from "../engine.ts";
import { type Kept, keep } from "../http/json.ts";
import { Hall } from "../live/hall.ts";
import type { Session } from "../trust/sessions.ts";
import type { Known, ModelPlace, Opened, Workplace } from "../workplace.ts";

export class OpenModel {
  readonly id: string;
  readonly folder: string;
  readonly store: FileStore;
  /** Names this life of the room. */
  readonly life: string;
  readonly room: Room;
  readonly engine: Engine;
  readonly hall: Hall;
  readonly #workplace: Workplace;
  #known: Known;
  #revision: string;
  #entries: readonly Entry[] = [];
  #knowledgeAnswer: Promise<Kept> | undefined;
  #textsAnswer: Promise<Kept> | undefined;

  private constructor(place: ModelPlace, workplace: Workplace, store: FileStore, known: Known, start: Opened) {
    this.id = place.id;
    this.folder = place.folder;
    this.#workplace = workplace;
    this.store = store;
    this.#known = known;
    this.#revision = start.revision;
    this.life = randomBytes(8).toString("hex");
    this.engine = engineOf(() => this.#known);
    this.room = new Room({
      engine: this.engine,
      journal: { append: (entry) => this.#append(entry) },
      now: workplace.today,
      start: start.document,
      startSeq: 0,
      entries: [],
    });
    this.room.listen((entry) => {
      this.#entries = [...this.#entries, entry];
    });
    this.hall = new Hall(this);
  }

  /** Reads the model of a folder and opens a room for it. */
  static async open(place: ModelPlace, workplace: Workplace): Promise<Result<OpenModel>> {
    const store = new FileStore(place.folder);
    const read = await store.read();
    if (!read.ok) return read;
    const known = await workplace.knowledge(place.folder);
    if (!known.ok) return known;
    const { document, revision } = read.value;
    const start: Opened = {
      ...known.value,
      store,
      document,
      revision,
      analysis: () => analyse(document, known.value.knowledge, { now: workplace.today() }),
    };
    return ok(new OpenModel(place, workplace, store, known.value, start));
  }

  get known(): Known {
    return this.#known;
  }

  get today(): string {
    return this.#workplace.today();
  }

  /** What was done, oldest first. */
  get entries(): readonly Entry[] {
    return this.#entries;
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

  /** The model as the parts take it that the command line has too. */
  opened(): Opened {
    const { document } = this.room;
    const now = this.today;
    const analysis: Opened["analysis"] = (options) =>
      options === undefined || Object.keys(options).length === 0
        ? this.engine.analysis(document, now)
        : analyse(document, this.#known.knowledge, { now, ...options });
    return { ...this.#known, store: this.store, document, revision: this.#revision, analysis };
  }

  /** The sender that a session is in this model. */
  sender(session: Session, connection = session.id): Sender {
    const { id, guest, may } = session;
    return { session: connection, by: this.nameOf(session), ...(guest && { joined: id }), may };
  }

  /** What a session counts as: the host's person, or what a guest claims. */
  nameOf({ guest, name }: Session): string {
    return guest ? `${name ?? "somebody"} (guest)` : this.#workplace.person(this.room.document);
  }

  async #append(entry: Entry): Promise<Result<void>> {
    const { at, by, title, calls, changes } = entry;
    const stored = await this.store.commit(this.#revision, { at, by, title, calls, changes });
    if (!stored.ok) return stored;
    this.#revision = stored.value.revision;
    return ok(undefined);
  }
}
