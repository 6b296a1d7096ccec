// The English words by which the parts of a threat statement are known.

const anyOf = (words: string) => words.trim().split(/\s+/).join("|");

/** Whom people name as the source of a threat. */
export const people = new RegExp(
  `\\b(?:${anyOf(`
    attackers? intruders? insiders? thie(?:f|ves) burglars? hackers? criminals? fraudsters? spies spy competitors? strangers?
    employees? colleagues? clerks? staff administrators? admins? operators? engineers? developers? contractors? couriers?
    users? customers? visitors? guests? callers? senders? tenants? partners? suppliers? vendors? providers? authorit(?:y|ies) neighbours?
    somebody someone anybody anyone everybody everyone nobody whoever who person people
    account malware bots? botnets? machines scripts? worm ransomware page program client`)})\\b`,
  "u",
);

/** What has to be so first: what they hold, where they stand, when it happens. */
export const prerequisites = new RegExp(
  [
    String.raw`\b(?:with|without|having|holding|knowing|using|through|via|after|once|if|when|while|whenever|inside|behind|during)\b`,
    String.raw`\b(?:on the way|on the path|on the network|on the machine|on the device|from the internet|from inside)\b`,
    String.raw`\b(?:who|that) (?:has|have|had|holds?|knows?|owns?|may|can|is|are|was|were|left|reaches|gets?)\b`,
    String.raw`\bwhoever\b`,
    String.raw`\b(?:stolen|leaked|guessed|phished|compromised|infected|forged|signed-in|logged-in|disloyal|former|curious|privileged|local|neighbouring)\b`,
  ].join("|"),
  "u",
);

/** What follows from the deed. */
export const harms = new RegExp(
  [
    String.raw`\b(?:so that|so much|such that|which (?:leads?|means|lets|gives|costs|makes|causes|stops|exposes|reveals)|lead(?:s|ing) to|result(?:s|ing) in|end(?:s|ing) in|caus(?:es|ing)|thereby|therefore|until|in order to|and with (?:it|them)|and thus|and so)\b`,
    String.raw`\b(?:costs?|loses?|stops?|gains?|exposes?|reveals?) (?:us|the|our|its|their|all|every|money)\b`,
    String.raw`\b(?:unavailable|outage|fraud|fines?|lost|for ever|for everybody|for all)\b`,
    String.raw`, (?:and|or) [^,]*\b(?:acts?|works?|stands?|serves?|sees?|knows?|reads?|pays?|ships?|believes?|makes?|gets?|is|are|has|have|can|stops?|fails?|waits?|loses?)\b`,
    String.raw`\bto (?:get|gain|take|steal|read|change|sell|hide|use|reach|learn|make|stop|pay|become|see|buy|order|avoid|cash)\b`,
  ].join("|"),
  "u",
);

/** The qualities that may suffer, by their names. */
export const qualities =
  /\b(?:confidentiality|secrecy|privacy|integrity|authenticity|availability|accountability|non-repudiation|safety)\b/u;

/** Verbs of threats, as they are written after he, she or it, and in their plain form. */
const verbs = anyOf(`
  abuses? accepts? acts? adds? alters? asks? blocks? breaks? bribes? brings? browses? bypass(?:es)? calls? captures? changes? clones? closes? comes?
  connects? controls? copies copy corrupts? cracks? crafts? crashes creates? deceives? deletes? denies deny destroys? disables? discloses? downloads?
  dumps? eavesdrops? empties encrypts? enters? enumerates? erases? escalates? executes? exhausts? exports? extracts? fakes? fetches fills? finds? floods?
  forges? gains? gets? gives? goes guesses harvests? hides? hijacks? holds? impersonates? infects? injects? intercepts? interrupts? invents? keeps? kills?
  learns? leaks? lies listens? locks? loses lose makes? manipulates? modif(?:y|ies) moves? opens? orders? overloads? overwrites? pastes? pays? plants?
  poses? pretends? prevents? publishes publish puts? reaches reach reads? rebuilds? receives? records? redirects? refunds? removes? repeats? replaces?
  replays? rewrites? runs? sees? sells? sends? serves? sets? shares? shows? signs? skips? slows? smuggles? sniffs? spoofs? spreads? starts? steals? stops?
  swaps? takes? talks? tampers? tries try tricks? turns? types? undoes uploads? uses? views? waits? walks? withholds? writes? fails? lowers? raises? edits? cheats? buys? charges cancels? forwards? answers? empties? books?`);

const deeds = new RegExp(
  [
    String.raw`\b(?:can|could|may|might|will|would|cannot) (?:(?:also|then|still|again|simply|be) )*[\p{L}-]+`,
    String.raw`\b(?:is|are|was|were|be|been|being|gets?) (?:(?:also|then|not|never|still) )*(?:[\p{L}-]+(?:ed|en|wn)|read|sent|put|kept|lost|made|sold|run|found|told|held|fed|hit|cut|set)\b`,
    String.raw`(?<before>[\p{L}'-]+[,)]? )(?:${verbs})\b`,
  ].join("|"),
  "gu",
);

/** Words before which no verb stands: there it is a noun, as in “with small orders”. */
const nounsFollow = new Set(
  anyOf(`a an the of in on at for with by from into no any every all some its his her their our your this that these those
    small large stolen new old false forged many few most other same and or`).split("|"),
);

/** A verb that is none of the above, where a person is named and something follows: “a clerk waters down the rules”. */
const otherDeeds = /(?<before>[\p{L}'-]+ )\p{L}{3,}[^s\P{L}]s(?= \p{L})/gu;

/** The first deed that a sentence tells; `text` is in lower case. */
export function deed(text: string): { readonly start: number; readonly end: number } | undefined {
  return firstOf(deeds, text) ?? (people.test(text) ? firstOf(otherDeeds, text) : undefined);
}

function firstOf(words: RegExp, text: string): { readonly start: number; readonly end: number } | undefined {
  for (const match of text.matchAll(words)) {
    const before = match.groups?.before;
    if (before !== undefined && nounsFollow.has(before.trim())) continue;
    const start = match.index + (before?.length ?? 0);
    return { start, end: match.index + match[0].length };
  }
  return undefined;
}
