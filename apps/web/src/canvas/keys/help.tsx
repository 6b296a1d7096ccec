// The keys of the canvas, for who asks.
import { useTranslation } from "react-i18next";
import { Key } from "../../kit/button.tsx";
import { useCanvas } from "../canvas-store.ts";

const keys = [
  "E",
  "P",
  "D",
  "Z",
  "C",
  "M",
  "F",
  "H",
  "O",
  "Enter",
  "Tab",
  "Esc",
  "G",
  "Alt A",
  "N",
  "Dot",
  "B",
  "S",
  "X",
  "Ctrl A",
  "F6",
  "Del",
  "Ctrl C",
  "Ctrl V",
  "Ctrl D",
  "Ctrl Z",
  "Space",
  "Shift",
] as const;

export function Help() {
  const { t } = useTranslation();
  const open = useCanvas((state) => state.help);
  if (!open) return null;
  return (
    <dl className="absolute right-3 bottom-3 z-12 grid max-h-[calc(100%-1.5rem)] grid-cols-[auto_1fr] overflow-y-auto md:grid-cols-[auto_1fr_auto_1fr] gap-x-3 gap-y-1 rounded-lg border border-line bg-surface p-4 text-sm shadow-raised">
      {keys.map((key) => (
        <div key={key} className="contents">
          <dt>
            <Key>{key === "Dot" ? "." : key}</Key>
          </dt>
          <dd className="text-soft">{t(`canvas.help_keys.${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
