// All threats of an analysis as numbers: for each its cohort and its thing. Nothing is written down until somebody reads it.
import type { Cohort } from "./cohort.ts";

/** Grows by one row per threat, up to the capacity that it was made with. */
export class ThreatTable {
  readonly cohorts: Cohort[] = [];
  readonly #cohort: Int32Array;
  readonly #thing: Int32Array;
  #size = 0;

  /** `capacity`: at most so many threats. */
  constructor(capacity: number) {
    this.#cohort = new Int32Array(capacity);
    this.#thing = new Int32Array(capacity);
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a cohort; gives its number. */
  addCohort(cohort: Cohort): number {
    return this.cohorts.push(cohort) - 1;
  }

  /** Adds a threat of a cohort on thing `thing` of the cohort's space. */
  add(cohort: number, thing: number): void {
    this.#cohort[this.#size] = cohort;
    this.#thing[this.#size] = thing;
    this.#size++;
  }

  /** The number of the cohort of each threat. */
  get cohortNumbers(): Int32Array {
    return this.#cohort.subarray(0, this.#size);
  }

  cohortNumber(n: number): number {
    return this.#cohort[n] as number;
  }

  cohort(n: number): Cohort {
    return this.cohorts[this.#cohort[n] as number] as Cohort;
  }

  /** The number of the thing that threat `n` is raised on, in the space of its cohort. */
  thing(n: number): number {
    return this.#thing[n] as number;
  }

  /** How many threats each cohort has. */
  counts(): Int32Array {
    const counts = new Int32Array(this.cohorts.length);
    for (let n = 0; n < this.#size; n++) (counts[this.#cohort[n] as number] as number) += 1;
    return counts;
  }
}
