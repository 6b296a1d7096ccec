// What the scene says is drawn, as SVG. Inks are classes: the page's themes say what they are.
import type { Drawn as Form, Ink } from "@parapet/reports/dfd";
import { memo } from "react";

/** Forms in the coordinates of the scene. */
export const Drawn = memo(function Drawn({ forms }: { readonly forms: readonly Form[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: forms have no identity but their place in the list, and keep no state
  return forms.map((form, i) => <One key={i} form={form} />);
});

function One({ form }: { readonly form: Form }) {
  if (form.is === "text")
    return (
      <text
        x={form.at.x}
        y={form.at.y}
        fontSize={form.size}
        fontWeight={form.weight}
        textAnchor={form.anchor}
        className={fill(form.fill)}
        direction="ltr"
        unicodeBidi="plaintext"
      >
        {form.text}
      </text>
    );
  const { stroke, width, dash } = form;
  const look = {
    className: `${fill(form.fill)} ${stroke ? `stroke-ink-${stroke}` : ""}`,
    ...(form.fill === "none" && { fill: "none" }),
    ...(hatchOf(form.fill) && { fill: hatchOf(form.fill) }),
    ...(width !== undefined && { strokeWidth: width }),
    ...(dash !== undefined && { strokeDasharray: dash }),
  };
  if (form.is === "box") {
    const { x, y, width: w, height: h } = form.box;
    return <rect x={x} y={y} width={w} height={h} rx={form.round} {...look} />;
  }
  if (form.is === "disc") return <circle cx={form.at.x} cy={form.at.y} r={form.radius} {...look} />;
  return <path d={form.d} {...look} />;
}

function fill(ink: Ink): string {
  return ink === "none" || hatchOf(ink) ? "" : `fill-ink-${ink}`;
}

function hatchOf(ink: Ink): string | undefined {
  return ink.startsWith("hatch") ? `url(#${ink})` : undefined;
}

const hatches = ["hatch", "hatch-critical", "hatch-high", "hatch-medium", "hatch-low"] as const;

/** The slanting lines of what is asked; once per page. */
export function Hatches() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="absolute">
      <defs>
        {hatches.map((id) => (
          <pattern key={id} id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="fill-ink-ground" />
            <rect width="2.4" height="6" className={`fill-ink-${id}`} />
          </pattern>
        ))}
      </defs>
    </svg>
  );
}
