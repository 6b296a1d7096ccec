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

/** What the records of one cohort begin as: copies of one object are made fast, and all have one shape. */
interface Form {
  readonly plain: ThreatRecord;
  /** Of one that waits for questions. */
  readonly asking: ThreatRecord;
  /** What comes before the subject in an id. */
  readonly start: string;
  readonly title: (thing: number) => string;
  /** Of the things that its threats are raised on. */
  readonly ids: readonly string[];
}

type Writable = { -readonly [K in keyof ThreatRecord]: ThreatRecord[K] };
const nothing: readonly number[] = [];

/** Reads the table of threats. Linear in what is read. */
export class ThreatWriter {
  readonly #in: Input;
  readonly #sentences: Sentences;
  /** Per question a list of it alone: most threats wait for one, and share these. */
  readonly #alone: (readonly number[])[] = [];
  /** By the number of the cohort. */
  readonly #forms: Form[] = [];

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
    const cohort = table.cohort(n);
    const { raised, told } = cohort;
    const thing = table.thing(n);
    const asks = raised?.finding === "asked" ? this.#asks(raised.bound, thing) : nothing;
    const { plain, asking, start, title, ids } = this.#formOf(n, cohort);
    const subject = told ? told.subject : (ids[thing] as string);
    const record: Writable = asks === nothing ? { ...plain } : { ...asking };
    record.id = told ? told.id : start + subject;
    record.subject = subject;
    record.title = title(thing);
    if (raised) record.because = reasons.of(raised.bound, thing, raised.finding);
    else if (told) record.because = told.because.map((one) => reasons.add(one));
    if (asks !== nothing) record.asks = asks;
    const controls = raised && this.#offered(n);
    if (controls) record.controls = controls;
    if (feature?.things.has(subject)) record.feature = feature.id;
    return record;
  }

  #formOf(n: number, cohort: Cohort): Form {
    const number = this.#in.table.cohortNumber(n);
    return (this.#forms[number] ??= this.#makeForm(cohort));
  }

  #makeForm({ shared, raised, told, space }: Cohort): Form {
    const plain = { id: "", subject: "", title: "", ...shared, because: nothing };
    return {
      plain,
      asking: { ...plain, asks: nothing },
      start: `${shared.rule}@`,
      title: raised ? this.#sentences.of(raised.bound.rule.say, raised.bound.space) : () => told?.title ?? "",
      ids: thingsIn(this.#in.columns.graph, space).ids,
    };
  }

  /** The places of the questions that it waits for; those are left out that nobody waits for any more. */
  #asks(bound: BoundRule, thing: number): readonly number[] {
    const { book, questions } = this.#in;
    const asks = book.asks(bound, thing, "asked");
    if (asks.size > 1) {
      const places = asks.map((column, i) => questions.positionOf(column, i)).filter((place) => place !== undefined);
      return places.length === 0 ? nothing : places;
    }
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
