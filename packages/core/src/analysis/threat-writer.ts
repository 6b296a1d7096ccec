// Writes threats down: the record of each with its sentence and its reasons, when somebody reads them.
import { type Columns, thingsIn } from "../decomposition/index.ts";
import { type BoundRule, type NumberedQuestions, type QuestionBook, Reasons, Sentences } from "../enumeration/index.ts";
import { platformFor } from "../mitigation/controls.ts";
import type { Cohort } from "./cohort.ts";
import type { Because, ThreatRecord } from "./result.ts";
import type { ThreatTable } from "./threat-table.ts";

/** A feature under analysis: its id, and the things that it adds or changes. */
export interface PlannedFeature {
  readonly id: string;
  readonly things: ReadonlySet<string>;
}

interface Input {
  readonly columns: Columns;
  readonly table: ThreatTable;
  readonly book: QuestionBook;
  readonly questions: NumberedQuestions;
  readonly feature: PlannedFeature | undefined;
}

/** All threats as records, in the order in which they were found, and the reasons that they point to. */
export interface Written {
  readonly records: readonly ThreatRecord[];
  readonly reasons: readonly Because[];
}

type Writable = { -readonly [K in keyof ThreatRecord]: ThreatRecord[K] };
const nothing: readonly number[] = [];

/** Reads the table of threats. Linear in what is read. */
export class ThreatWriter {
  readonly #in: Input;
  readonly #sentences: Sentences;
  /** Per question a list of it alone: most threats wait for one, and share these. */
  readonly #alone: (readonly number[])[] = [];
  readonly #plain = new Map<Cohort, ThreatRecord>();
  readonly #asking = new Map<Cohort, ThreatRecord>();

  constructor(input: Input) {
    this.#in = input;
    this.#sentences = new Sentences(input.columns.graph);
  }

  subject(n: number): string {
    const { columns, table } = this.#in;
    const { told, space } = table.cohort(n);
    return told ? told.subject : (thingsIn(columns.graph, space).ids[table.thing(n)] as string);
  }

  id(n: number): string {
    const { told, shared } = this.#in.table.cohort(n);
    return told ? told.id : `${shared.rule}@${this.subject(n)}`;
  }

  title(n: number): string {
    const { raised, told } = this.#in.table.cohort(n);
    return raised
      ? this.#sentences.write(raised.bound.rule.say, raised.bound.space, this.#in.table.thing(n))
      : (told?.title ?? "");
  }

  /** The controls against it: what the platform already gives comes first, then structural ones before others. */
  controls(n: number): readonly string[] {
    return this.#offered(n) ?? this.#in.table.cohort(n).controls;
  }

  all(): Written {
    const reasons = new Reasons(this.#in.columns);
    const records: ThreatRecord[] = [];
    for (let n = 0; n < this.#in.table.size; n++) records.push(this.#record(n, reasons));
    return { records, reasons: reasons.table };
  }

  #record(n: number, reasons: Reasons): ThreatRecord {
    const { feature, table } = this.#in;
    const { shared, raised, told } = table.cohort(n);
    const subject = this.subject(n);
    const asks = raised?.finding === "asked" ? this.#asks(raised.bound, table.thing(n)) : nothing;
    const record: Writable = { ...this.#form(n, asks.length > 0) };
    record.id = told ? told.id : `${shared.rule}@${subject}`;
    record.subject = subject;
    record.title = this.title(n);
    if (raised) record.because = reasons.of(raised.bound, table.thing(n), raised.finding);
    else if (told) record.because = told.because.map((one) => reasons.add(one));
    if (asks.length > 0) record.asks = asks;
    const controls = raised && this.#offered(n);
    if (controls) record.controls = controls;
    if (feature?.things.has(subject)) record.feature = feature.id;
    return record;
  }

  /** An empty record of a cohort, to be copied: copies of one object are made fast, and all have one shape. */
  #form(n: number, asks: boolean): ThreatRecord {
    const forms = asks ? this.#asking : this.#plain;
    const cohort = this.#in.table.cohort(n);
    let form = forms.get(cohort);
    if (!form) {
      form = {
        id: "",
        subject: "",
        title: "",
        ...cohort.shared,
        because: nothing,
        ...(asks ? { asks: nothing } : undefined),
      };
      forms.set(cohort, form);
    }
    return form;
  }

  /** The places of the questions that it waits for; those are left out that nobody waits for any more. */
  #asks(bound: BoundRule, thing: number): readonly number[] {
    const { book, questions } = this.#in;
    const asks = book.asks(bound, thing, "asked");
    if (asks.size > 1)
      return asks.map((column, i) => questions.positionOf(column, i)).filter((place) => place !== undefined);
    const place = asks.size === 0 ? undefined : questions.positionOf(...asks.first());
    return place === undefined ? nothing : (this.#alone[place] ??= [place]);
  }

  /** The controls of a rule with those first that the platform gives here; undefined when it gives none of them. */
  #offered(n: number): readonly string[] | undefined {
    const { columns, table } = this.#in;
    const platform = columns.graph.document.platform?.platform;
    const { controls, space } = table.cohort(n);
    if (!platform || controls.length === 0) return undefined;
    const given = platformFor(platform, columns.graph, space, table.thing(n)).map((id) => platform[id]?.control);
    const offered = controls.filter((id) => given.includes(id));
    return offered.length === 0 ? undefined : [...offered, ...controls.filter((id) => !given.includes(id))];
  }
}
