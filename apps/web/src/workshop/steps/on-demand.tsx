// What is shown only when it is asked for: a line that says how much it is.
import { type ReactNode, useState } from "react";

export function OnDemand({ say, children }: { readonly say: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <button
        type="button"
        aria-expanded={open}
        className="w-fit text-sm text-accent hover:underline"
        onClick={() => setOpen(!open)}
      >
        {say}
      </button>
      {open && children}
    </div>
  );
}
