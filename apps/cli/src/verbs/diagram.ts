// diagram: where things are drawn: lists what was placed, places things, or lets them be laid out automatically again.
import { fail, ok, problem, type Result } from "@parapet/core";
import type { Command } from "commander";
import { pairsOf, twoNumbers } from "../pairs.ts";
import { columns, dim } from "../print/style.ts";
import type { Opened, Session } from "../session.ts";
import { collectText, type ExitCode, given, listOption, type Options, type Verb } from "../verb.ts";

export const verb: Verb = {
  configure: (command: Command) =>
    command
      .usage("[list] | place THING=X,Y … [--size THING=W,H] | unplace [THINGS …] [--zone ZONE] [--all] [options]")
      .argument("[action]", "list, place or unplace", "list")
      .argument("[words...]", "place: elements and zones with their places; unplace: elements and zones")
      .option("--size <thing=w,h>", "place: how wide and high a thing is drawn", collectText)
      .option("--zone <zone>", "unplace: all that lies in this zone")
      .option("--all", "unplace: everything")
      .addHelpText(
        "after",
        "\nExamples:\n  parapet diagram place checkout-api=40,60 orders-db=40,180\n  parapet diagram unplace --zone cluster\n\nPlaces are pixels from the corner of the zone that a thing lies in. They say nothing about the system.",
      ),
  run: async (session, [action = "list", ...words], options: Options) => {
    const opened = await session.open();
    if (!opened.ok) return session.fail(opened.problems);
    if (action === "list") return list(session, opened.value);
    if (action === "place") {
      const input = placesOf(words, listOption(options, "size"));
      if (!input.ok) return session.fail(input.problems);
      return session.changeOpened(opened.value, "Placed things on the diagram", [
        { name: "place-things", input: input.value },
      ]);
    }
    if (action === "unplace") {
      const all = options.all === true ? { all: true } : {};
      const input = { ...(words.length > 0 ? { ids: words } : {}), ...given(options, ["zone"]), ...all };
      return session.changeOpened(opened.value, "Took places back", [{ name: "unplace-things", input }]);
    }
    return session.fail([
      problem(
        "bad-argument",
        `A diagram is listed, placed or unplaced; ${action} is none.`,
        "See --help for examples.",
      ),
    ]);
  },
};

function placesOf(words: readonly string[], sizes: readonly string[]): Result<object> {
  const places = pairsOf(words, twoNumbers, "checkout-api=40,60");
  const extents = pairsOf(sizes, twoNumbers, "cluster=640,480");
  if (!places.ok) return places;
  if (!extents.ok) return extents;
  const small = Object.entries(extents.value).find(([, [width, height]]) => width < 1 || height < 1);
  if (small)
    return fail(problem("bad-argument", `${small[0]} would have no size.`, "Give a width and a height from 1."));
  const map = <T>(pairs: Readonly<Record<string, readonly [number, number]>>, make: (a: number, b: number) => T) =>
    Object.fromEntries(Object.entries(pairs).map(([thing, [a, b]]) => [thing, make(a, b)]));
  return ok({
    ...(words.length > 0 ? { positions: map(places.value, (x, y) => ({ x, y })) } : {}),
    ...(sizes.length > 0 ? { sizes: map(extents.value, (width, height) => ({ width, height })) } : {}),
  });
}

function list(session: Session, { document }: Opened): ExitCode {
  const { positions = {}, sizes = {} } = document.diagram ?? {};
  const things = [...new Set([...Object.keys(positions), ...Object.keys(sizes)])].sort();
  const rows = things.map((thing) => {
    const at = positions[thing];
    const size = sizes[thing];
    return [
      thing,
      at ? `${at.x},${at.y}` : dim("automatic"),
      at?.in ? `in ${at.in}` : "",
      size ? `${size.width} × ${size.height}` : "",
    ];
  });
  return session.say(
    { positions, sizes },
    rows.length === 0 ? dim("Nothing is placed by hand: everything is laid out automatically.") : columns(rows),
  );
}
