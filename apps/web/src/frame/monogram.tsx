// A member of the team: two letters in a colour of its own. They are software, and look like it: square, not a face.
import type { MemberId } from "@parapet/core";
import { memberOf } from "@parapet/team";
import { clsx } from "clsx";

const inks: Readonly<Record<MemberId, string>> = {
  "threat-model-architect": "bg-[#2f4f9e] text-white",
  "attack-surface-mapper": "bg-[#0f6466] text-white",
  "risk-prioritization-analyst": "bg-[#6d3f8f] text-white",
  "mitigation-designer": "bg-[#3d6130] text-white",
};

export function Monogram({ member }: { readonly member: MemberId }) {
  const { monogram, name } = memberOf(member);
  return (
    <abbr
      title={name}
      className={clsx(
        "inline-flex size-6 shrink-0 items-center justify-center rounded font-mono text-2xs font-semibold no-underline",
        inks[member],
      )}
    >
      {monogram}
    </abbr>
  );
}
