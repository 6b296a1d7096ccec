// The names by which the keyboard finds its way from a line in which threats are written down to the card of one, and back.

/** The line of the room in which threats are enumerated. */
export const recordLine = "record-threat";

/** The field with which the card of a threat begins. */
export function firstOfCard(threat: string): string {
  return `card-of-${threat}`;
}
