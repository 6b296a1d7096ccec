// What came of a workshop: in figures, its notes, answers and decisions, what is parked.
import { useTranslation } from "react-i18next";
import { Section } from "../../kit/layout.tsx";
import { cameText } from "../planning/workshop-row.tsx";
import { DecidedHere } from "../steps/handoff/decided-here.tsx";
import { PlacedNotes } from "../steps/notes/placed-notes.tsx";
import { AnsweredHere } from "../steps/questions/answered-here.tsx";
import { useWorkshop } from "./in-workshop.ts";
import { Parking } from "./parking.tsx";

export function Outcome() {
  const { t } = useTranslation();
  const { workshop } = useWorkshop();
  const parked = Object.values(workshop.parked ?? {});
  return (
    <div className="flex flex-col gap-4">
      <p className="text-xl" data-came="">
        {cameText(t, workshop)}
      </p>
      <PlacedNotes />
      <AnsweredHere />
      <DecidedHere />
      {parked.length > 0 && (
        <Section title={t("workshop.parking.title")}>
          <Parking />
        </Section>
      )}
    </div>
  );
}
