// Notes in large type: who wrote them, what they are about; one's own can be taken back while nobody has seen them.
import { nameOfPerson } from "@parapet/core";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useViews } from "../../../data/views.ts";
import { IconButton } from "../../../kit/button.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";

export interface ShownNote {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly about?: string | undefined;
}

export function NoteList({
  label,
  notes,
  own = false,
}: {
  readonly label: string;
  readonly notes: readonly ShownNote[];
  readonly own?: boolean;
}) {
  const { t } = useTranslation();
  const { act, document } = useWorkshop();
  const views = useViews();
  return (
    <ul className="flex flex-col gap-2" aria-label={label}>
      {notes.map(({ id, text, by, about }) => (
        <li key={id} className="flex gap-2 rounded-lg border border-line bg-surface px-4 py-2" data-note={id}>
          <div className="min-w-0 flex-1">
            <p className="text-lg" dir="auto">
              {text}
            </p>
            <p className="text-sm text-soft">
              <bdi>{nameOfPerson(document, by)}</bdi>
              {about !== undefined && (
                <>
                  {" · "}
                  <bdi>{views?.title(about) ?? about}</bdi>
                </>
              )}
            </p>
          </div>
          {own && (
            <IconButton
              label={t("workshop.notes.drop", { text: text.slice(0, 60) })}
              onClick={() => act({ kind: "drop-note", id })}
            >
              <X size={16} />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  );
}
