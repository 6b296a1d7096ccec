// The models of the folder. Each is opened when it is first asked for, once.
import { join } from "node:path";
import { fail, ok, type Problem, problem, type Result, reviewTriggers } from "@parapet/core";
import { disksHere, disksInThread } from "../files/model-disk.ts";
import type { Hall } from "../live/hall.ts";
import type { Session } from "../trust/sessions.ts";
import type { Beginning, Workplace } from "../workplace.ts";
import { OpenModel, type Reached } from "./open-model.ts";

/** The bundle of files-thread.ts beside this one; set by the build, absent where the code runs from its sources. */
declare const FILES_THREAD: string | undefined;

/** A model in the list: how it stands, or why it cannot be read. */
export interface ListedModel {
  readonly id: string;
  readonly system: string;
  /** Threats that are open, and questions that are asked: the one is never shown without the other. */
  readonly open: number;
  readonly asked: number;
  /** The first day on which there is a reason to review it. */
  readonly nextReview: string | null;
  readonly problems: readonly Problem[];
}

export class Models {
  readonly workplace: Workplace;
  readonly #disks =
    typeof FILES_THREAD === "string" ? disksInThread(join(import.meta.dirname, FILES_THREAD)) : disksHere();
  readonly #opened = new Map<string, Promise<Result<OpenModel>>>();

  readonly #halls: Hall[] = [];
  readonly #reached: () => Reached;

  /** `reached`: where programs of this user reach the workbench. */
  constructor(workplace: Workplace, reached: () => Reached) {
    this.workplace = workplace;
    this.#reached = reached;
  }

  /** A model by its id. */
  async get(id: string): Promise<Result<OpenModel>> {
    const place = this.workplace.models().find((one) => one.id === id);
    const opening = this.#opened.get(id);
    if (opening) return opening;
    if (!place) return fail(this.#unknown(id));
    const opened = OpenModel.open(place, this.workplace, this.#disks.of(place.folder), this.#reached());
    this.#opened.set(id, opened);
    opened.then(
      (model) => model.ok && this.#halls.push(model.value.hall),
      () => undefined,
    );
    // What could not be read is tried again the next time.
    if (!(await opened).ok) this.#opened.delete(id);
    return opened;
  }

  /** Opens all models; gives what keeps one from being opened. */
  async openAll(): Promise<readonly Problem[]> {
    const problems: Problem[] = [];
    for (const { id } of this.workplace.models()) {
      const model = await this.get(id);
      if (!model.ok) problems.push(...model.problems);
    }
    return problems;
  }

  /** All models with how they stand. */
  async list(): Promise<readonly ListedModel[]> {
    const listed: ListedModel[] = [];
    for (const { id } of this.workplace.models()) {
      const model = await this.get(id);
      listed.push(
        model.ok
          ? standing(model.value, this.workplace.today())
          : { id, system: id, open: 0, asked: 0, nextReview: null, problems: model.problems },
      );
    }
    return listed;
  }

  /** Begins a model and opens it; gives its id. */
  async begin(beginning: Beginning): Promise<Result<string>> {
    const begun = await this.workplace.begin(beginning);
    if (!begun.ok) return begun;
    const opened = await this.get(begun.value.id);
    return opened.ok ? ok(begun.value.id) : opened;
  }

  /** The workshop of this name, or the one that runs, or the next one that is planned. */
  async nextWorkshop(
    wanted: string | undefined,
  ): Promise<Result<{ readonly model: string; readonly workshop: string }>> {
    const open: { model: string; workshop: string; runs: boolean; on: string }[] = [];
    for (const { id } of this.workplace.models()) {
      const model = await this.get(id);
      const kept = model.ok ? (model.value.room.document.register?.workshops ?? {}) : {};
      for (const [workshop, { started, ended, planned = "" }] of Object.entries(kept))
        if (workshop === wanted || (wanted === undefined && ended === undefined))
          open.push({ model: id, workshop, runs: started !== undefined, on: planned });
    }
    const [next] = open.sort((a, b) => Number(b.runs) - Number(a.runs) || (a.on < b.on ? -1 : 1));
    return next ? ok({ model: next.model, workshop: next.workshop }) : fail(noWorkshop(wanted));
  }

  /** True when a session is connected to a model. */
  isConnected(session: string): boolean {
    return this.#halls.some((hall) => hall.has(session));
  }

  /** Sends the connections of a session away. */
  remove(session: Session): void {
    for (const hall of this.#halls) hall.remove(session, "The host has ended your session here.");
  }

  /** Ends all rooms: what they accepted is written before. */
  async close(): Promise<void> {
    for (const opening of this.#opened.values()) {
      const model = await opening;
      if (model.ok) await model.value.close();
    }
    await Promise.all([this.#disks.end(), this.workplace.side.end()]);
  }

  #unknown(id: string): Problem {
    const known = this.workplace.models().map((place) => place.id);
    const fix = known.length === 0 ? "Run parapet init to make one." : `There are: ${known.join(", ")}.`;
    return problem("file-missing", `There is no model named ${id}.`, fix);
  }
}

function noWorkshop(wanted: string | undefined): Problem {
  const say = wanted === undefined ? "No workshop is planned." : `There is no workshop ${wanted}.`;
  return problem("nothing-matched", say, "Plan one in the workbench: its link and code are shown there and here.");
}

function standing(model: OpenModel, today: string): ListedModel {
  const analysis = model.analysis();
  const { open, asked } = analysis.summary;
  const [next] = reviewTriggers(analysis, model.room.document, today);
  const { system } = analysis.model;
  return { id: model.id, system, open, asked, nextReview: next?.on ?? null, problems: [] };
}
