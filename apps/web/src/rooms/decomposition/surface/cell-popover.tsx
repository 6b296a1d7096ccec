// One cell, answered where it stands: yes, no, only when, or unknown; and the same for the other unknown cells of its row or column.

import type { Problem } from "@parapet/core";
import { Popover } from "radix-ui";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { BareText } from "../../../kit/bare-fields.tsx";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import type { EntryRow } from "./inventory.ts";
import { type CellAnswer, type Matrix, type MatrixCell, type MatrixRole, restOfColumn, restOfRow } from "./matrix.ts";
import { useAnswer } from "./use-cells.ts";

export interface OpenCell {
  readonly entry: EntryRow;
  readonly role: MatrixRole;
  readonly cell: MatrixCell;
  readonly button: HTMLElement;
}

interface CellPopoverProps {
  readonly cell: OpenCell;
  readonly matrix: Matrix;
  readonly entries: readonly EntryRow[];
  readonly close: () => void;
}

export function CellPopover({ cell: { entry, role, cell, button }, matrix, entries, close }: CellPopoverProps) {
  const { t } = useTranslation();
  const answer = useAnswer();
  const anchor = useRef(button);
  anchor.current = button;
  const [also, setAlso] = useState<"row" | "column">();
  const [condition, setCondition] = useState(cell.condition ?? "");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const row = cell.access === "unknown" ? restOfRow(matrix, entry.id) : [];
  const column =
    cell.access === "unknown"
      ? restOfColumn(
          matrix,
          role.id,
          entries.map(({ id }) => id),
        )
      : [];
  const give = async (said: CellAnswer) => {
    const cells = also === "row" ? row : also === "column" ? column : [cell];
    const done = await answer(cells, said, { entry: entry.title, role: role.title });
    if (done.ok) close();
    else setProblems(done.problems);
  };
  return (
    <Popover.Root open modal={false} onOpenChange={(open) => !open && close()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          sideOffset={4}
          collisionPadding={12}
          aria-label={t("surface.matrix.answer", { role: role.title, entry: entry.title })}
          className="z-40 flex w-72 flex-col gap-2 rounded-lg border border-line bg-surface p-3 shadow-raised"
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.focus();
          }}
        >
          <p className="text-sm font-medium" dir="auto">
            {t("surface.matrix.answer", { role: role.title, entry: entry.title })}
          </p>
          <div className="flex gap-1.5">
            {(["yes", "no", "unknown"] as const).map((said) => (
              <Button
                key={said}
                look={cell.access === said ? "main" : "plain"}
                aria-pressed={cell.access === said}
                onClick={() => void give(said)}
              >
                {t(`surface.matrix.${said}`)}
              </Button>
            ))}
          </div>
          <form
            className="flex gap-1.5"
            onSubmit={(event) => {
              event.preventDefault();
              void give({ when: condition.trim() });
            }}
          >
            <BareText
              autoFocus
              label={t("surface.matrix.condition")}
              value={condition}
              onChange={({ target }) => setCondition(target.value)}
              className="flex-1"
            />
            <Button type="submit" disabled={condition.trim() === ""}>
              {t("surface.matrix.when")}
            </Button>
          </form>
          <Rest name="row" of={entry.title} count={row.length - 1} also={also} setAlso={setAlso} />
          <Rest name="column" of={role.title} count={column.length - 1} also={also} setAlso={setAlso} />
          <Problems problems={problems} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface RestProps {
  readonly name: "row" | "column";
  readonly of: string;
  readonly count: number;
  readonly also: "row" | "column" | undefined;
  readonly setAlso: (name: "row" | "column" | undefined) => void;
}

function Rest({ name, of, count, also, setAlso }: RestProps) {
  const { t } = useTranslation();
  if (count < 1) return null;
  return (
    <label className="flex items-start gap-1.5 text-xs text-soft">
      <input
        type="checkbox"
        className="mt-0.5 size-3.5 accent-(--accent)"
        checked={also === name}
        onChange={({ target }) => setAlso(target.checked ? name : undefined)}
      />
      <span dir="auto">{t("surface.matrix.rest", { count, of })}</span>
    </label>
  );
}
