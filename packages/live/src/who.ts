// Who an entry counts for, and which client made it. Names of guests are claims: a guest is who joined once, whatever the name.

/** What tells whose something is. */
export interface Made {
  readonly by: string;
  readonly joined?: string | undefined;
}

/** The person behind something: undo goes back over what one person did. */
export function personOf({ by, joined }: Made): string {
  return joined === undefined ? `person:${by}` : `guest:${joined}`;
}

/** The client (a tab) that made an id: ids are `<client>-<number>`. */
function clientOf(id: string): string {
  const end = id.lastIndexOf("-");
  return end < 0 ? id : id.slice(0, end);
}

/** The number of an id within its client. */
export function numberOf(id: string): number {
  return Number(id.slice(id.lastIndexOf("-") + 1)) || 0;
}

/** An id within its person: nobody's ids are another's, so that a forged one names nothing but what the forger sent. */
export function keyOf(made: Made, id: string): string {
  return `${personOf(made)}\n${id}`;
}

/** The client of a person: its own earlier sends never stand against a send. */
export function authorOf(made: Made, id: string): string {
  return keyOf(made, clientOf(id));
}
