// Collects what a reading shows: gives ids, keeps them unique, and refuses none in silence.
import { chooseId, type Problem, slug } from "@parapet/core";
import { type At, placeOf } from "../positioned.ts";
import type { ObservedThings } from "../source.ts";
import { note } from "./root.ts";

type Things = { -readonly [K in keyof ObservedThings]: ObservedThings[K] };
type Kind = Exclude<keyof Things, "facts">;

/** The things of one reading while they are put together. */
export class Draft {
  readonly things: Things = {};
  readonly notes: Problem[];
  readonly #taken = new Set<string>();
  readonly #qualifier: string;

  /** `qualifier` tells things apart whose titles give the same id. */
  constructor(qualifier: string, notes: Problem[]) {
    this.#qualifier = slug(qualifier);
    this.notes = notes;
  }

  /** An id for a title that no other thing has; a note and undefined when there is none. */
  idFor(title: string, kind: string, at: At): string | undefined {
    const named = slug(title) === "" ? `${kind} ${title}` : title;
    const id =
      chooseId(named, { zone: undefined, kind }, (each) => this.#taken.has(each)) ??
      chooseId(`${named} ${kind}`, { zone: undefined, kind: this.#qualifier || "other" }, (each) =>
        this.#taken.has(each),
      );
    if (id === undefined)
      this.note(at, `${kind} "${title.slice(0, 80)}" is left out: its id is taken`, "Give it another name.");
    else this.#taken.add(id);
    return id;
  }

  /** Puts a thing in. */
  put<K extends Kind>(kind: K, id: string, thing: NonNullable<Things[K]>[string]): void {
    const map = (this.things[kind] ??= {}) as Record<string, unknown>;
    map[id] = thing;
  }

  note(at: At, say: string, fix: string): void {
    this.notes.push(note(at.file, at.line, say, fix));
  }
}

/** The title of a thing, left out when it says no more than the id. */
export function titled(title: string, id: string): { title?: string } {
  const line = title.replace(/\s+/g, " ").trim().slice(0, 300);
  return line === "" || line === id ? {} : { title: line };
}

/** Places as `seen` wants them: one as a text, several as a list. */
export function seenAt(places: readonly (At | string)[]): { seen: string | string[] } {
  const all = [
    ...new Set(
      places.map((each) => (typeof each === "string" ? each : placeOf(each))).map((each) => each.slice(0, 400)),
    ),
  ];
  return { seen: all.length === 1 ? (all[0] as string) : all };
}
