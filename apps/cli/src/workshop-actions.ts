// What can be done with a workshop from the command line: each action with its words, and the command that it calls.
import { type CommandCall, fail, ok, problem, type Result } from "@parapet/core";
import { pairsOf } from "./pairs.ts";
import { given, listOption, type Options, saidBy } from "./verb.ts";

/** What an action makes of its words and options. */
export interface WorkshopAction {
  /** The words after the action, as the help shows them. */
  readonly words: readonly string[];
  readonly say: (words: readonly string[]) => string;
  readonly calls: (words: readonly string[], options: Options) => Result<readonly CommandCall[]>;
}

const one = (name: string, input: object): Result<readonly CommandCall[]> => ok([{ name, input }]);

/** The options among these, under the names that commands take them by. */
function fields(options: Options, names: readonly string[]): object {
  return given(options, names);
}

function focusOf(options: Options): object {
  const focus = given(options, ["feature", "zone", "view"]);
  return Object.keys(focus).length > 0 ? { focus } : {};
}

/** The actions, in the order of a workshop. */
export const workshopActions: Readonly<Record<string, WorkshopAction>> = {
  plan: {
    words: ["TITLE"],
    say: ([title]) => `Planned the workshop ${title}`,
    calls: ([title], options) => {
      const minutes = given(options, ["minutes"]).minutes;
      if (minutes !== undefined && !/^\d{1,3}$/.test(minutes))
        return fail(problem("bad-argument", `${minutes} is no number of minutes.`, "Give a whole number, as 60."));
      return one("plan-workshop", {
        title,
        ...fields(options, ["kind", "planned", "facilitator", "id"]),
        ...focusOf(options),
        ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
      });
    },
  },
  set: {
    words: ["WORKSHOP"],
    say: ([workshop]) => `Changed the workshop ${workshop}`,
    calls: ([workshop], options) =>
      one("set-workshop", {
        workshop,
        ...fields(options, ["title", "planned", "facilitator"]),
        ...focusOf(options),
        ...(options.whole === true ? { whole: true } : {}),
      }),
  },
  cancel: {
    words: ["WORKSHOP"],
    say: ([workshop]) => `Called off the workshop ${workshop}`,
    calls: ([workshop]) => one("cancel-workshop", { workshop }),
  },
  start: {
    words: ["WORKSHOP"],
    say: ([workshop]) => `Began the workshop ${workshop}`,
    calls: ([workshop], options) => one("start-workshop", { workshop, ...fields(options, ["when"]) }),
  },
  attend: {
    words: ["WORKSHOP", "PERSON"],
    say: ([workshop, person]) => `${person} is at ${workshop}`,
    calls: ([workshop, person], options) => {
      const input = { workshop, person, ...given(options, ["job", "team"]), ...attendance(options) };
      return one("attend-workshop", input);
    },
  },
  leave: {
    words: ["WORKSHOP", "PERSON"],
    say: ([workshop, person]) => `${person} left ${workshop}`,
    calls: ([workshop, person], options) =>
      one("leave-workshop", { workshop, person, ...guest(options), ...fields(options, ["when"]) }),
  },
  note: {
    words: ["WORKSHOP", "TEXT"],
    say: () => "Wrote a note",
    calls: ([workshop, text], options) =>
      one("add-note", { workshop, text, ...fields(options, ["about", "id"]), ...saidBy(options) }),
  },
  group: {
    words: ["WORKSHOP", "NOTES"],
    say: () => "Put notes together",
    calls: ([workshop, notes], options) =>
      one("group-notes", { workshop, notes: idsOf(notes), ...fields(options, ["group"]) }),
  },
  about: {
    words: ["WORKSHOP", "NOTES", "THING"],
    say: ([, , about]) => `Said that notes are about ${about}`,
    calls: ([workshop, notes, about]) => one("set-note-about", { workshop, notes: idsOf(notes), about }),
  },
  place: {
    words: ["WORKSHOP", "NOTES", "OUTCOME"],
    say: ([, , outcome]) => `Placed notes: ${outcome}`,
    calls: ([workshop, notes, outcome], options) => {
      const category = listOption(options, "category");
      return one("place-note", {
        workshop,
        notes: idsOf(notes),
        outcome,
        ...fields(options, ["threat", "say", "subject", "why"]),
        ...(category.length > 0 ? { categories: category } : {}),
      });
    },
  },
  vote: {
    words: ["WORKSHOP", "THREAT"],
    say: ([, threat]) => `Kept the vote on ${threat}`,
    calls: ([workshop, threat], options) => {
      const votes = votesOf(options);
      return votes.ok ? one("keep-vote", { workshop, threat, votes: votes.value }) : votes;
    },
  },
  decided: {
    words: ["WORKSHOP", "IDS"],
    say: ([, ids]) => `Noted what was decided on ${ids}`,
    calls: ([workshop, ids], options) =>
      one("note-decision", { workshop, decided: idsOf(ids), ...fields(options, ["note"]) }),
  },
  ticket: {
    words: ["WORKSHOP", "MITIGATION", "TICKET"],
    say: ([, mitigation]) => `Linked the ticket of ${mitigation}`,
    calls: ([workshop, id, ticket]) => one("link-ticket", { id, ticket, workshop }),
  },
  park: {
    words: ["WORKSHOP", "TEXT"],
    say: () => "Parked it",
    calls: ([workshop, text], options) =>
      one("park-item", { workshop, text, ...fields(options, ["about", "id"]), ...saidBy(options) }),
  },
  unpark: {
    words: ["WORKSHOP", "ITEM"],
    say: ([, item]) => `${item} is parked no more`,
    calls: ([workshop, item], options) => one("unpark-item", { workshop, item, ...fields(options, ["settled"]) }),
  },
  end: {
    words: ["WORKSHOP"],
    say: ([workshop]) => `Ended the workshop ${workshop}`,
    calls: ([workshop], options) => one("end-workshop", { workshop, ...fields(options, ["when"]) }),
  },
  "sign-off": {
    words: ["WORKSHOP"],
    say: ([workshop]) => `Signed off the workshop ${workshop}`,
    calls: ([workshop], options) =>
      one("sign-off-workshop", { workshop, ...fields(options, ["note"]), ...saidBy(options) }),
  },
};

function idsOf(words: string | undefined): readonly string[] {
  return (words ?? "").split(",").flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));
}

function guest(options: Options): object {
  return options.guest === true ? { guest: true } : {};
}

function attendance(options: Options): object {
  const { role } = given(options, ["role"]);
  return {
    ...(role === undefined ? {} : { as: role }),
    ...(options.senior === true ? { senior: "yes" } : {}),
    ...guest(options),
  };
}

/** --factor damage=3,6,9:6 with --reason damage=…: the votes, what was agreed, and why. */
function votesOf(options: Options): Result<Readonly<Record<string, object>>> {
  const factors = pairsOf(listOption(options, "factor"), votesIn, "damage=3,6,9:6");
  const reasons = pairsOf(listOption(options, "reason"), (text) => text, "'damage=One day of orders'");
  if (!factors.ok) return factors;
  if (!reasons.ok) return reasons;
  const lacking = Object.keys(factors.value).find((factor) => !reasons.value[factor]?.trim());
  if (lacking !== undefined)
    return fail(problem("needs-rationale", `No reason is given for ${lacking}.`, `Add --reason '${lacking}=Why'.`));
  return ok(
    Object.fromEntries(
      Object.entries(factors.value).map(([factor, vote]) => [factor, { ...vote, rationale: reasons.value[factor] }]),
    ),
  );
}

function votesIn(text: string): { spread: readonly number[]; result: number } | undefined {
  const match = /^(\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?)*):(\d+(?:\.\d+)?)$/.exec(text);
  return match ? { spread: (match[1] as string).split(",").map(Number), result: Number(match[2]) } : undefined;
}
