// The parking lot: what cannot be settled now, so that the talk goes on and nothing is lost.
import { nameOfPerson } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../data/use-command.ts";
import { call } from "../../data/workbench.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { saidBy, useWorkshop } from "./in-workshop.ts";

export function Parking() {
  const { t } = useTranslation();
  const { id, workshop, role, speaker } = useWorkshop();
  const { run, problems, clear } = useCommand();
  const [text, setText] = useState("");
  const items = Object.entries(workshop.parked ?? {});
  const park = async () => {
    const given = text.trim();
    const input = { workshop: id, text: given, ...saidBy(speaker) };
    if (await run(t("workshop.parking.didPark", { text: given }), call("park-item", input))) setText("");
  };
  return (
    <div className="flex flex-col gap-1.5">
      {items.length === 0 && <p className="text-sm text-soft">{t("workshop.parking.none")}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {items.map(([key, item]) => (
          <Item key={key} item={key} text={item.text} by={item.by} settled={item.settled} />
        ))}
      </ul>
      {role !== "screen" && workshop.ended === undefined && (
        <form
          className="flex gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== "") void park();
          }}
        >
          <BareText
            label={t("workshop.parking.add")}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              clear();
            }}
            className="flex-1"
          />
          {text.trim() !== "" && <Button type="submit">{t("workshop.parking.park")}</Button>}
        </form>
      )}
      <Problems problems={problems} />
    </div>
  );
}

interface ItemProps {
  readonly item: string;
  readonly text: string;
  readonly by: string;
  readonly settled: string | undefined;
}

/** One parked thing: settled in words, or taken back. */
function Item({ item, text, by, settled }: ItemProps) {
  const { t } = useTranslation();
  const { id, role, workshop, document } = useWorkshop();
  const { run, problems } = useCommand();
  const [came, setCame] = useState<string>();
  const unpark = (input: object) =>
    run(t("workshop.parking.didSettle", { text }), call("unpark-item", { workshop: id, item, ...input }));
  return (
    <li className="py-1 text-sm">
      <p dir="auto" className={settled === undefined ? "" : "text-soft line-through"}>
        {text} <bdi className="text-xs text-faint">{nameOfPerson(document, by)}</bdi>
      </p>
      {settled !== undefined && <p dir="auto">{settled}</p>}
      {role === "facilitator" && settled === undefined && came === undefined && (
        <span className="flex gap-1">
          <Button look="quiet" className="text-xs!" onClick={() => setCame("")}>
            {t("workshop.parking.settle")}
          </Button>
          {workshop.ended === undefined && (
            <Button look="quiet" className="text-xs!" onClick={() => void unpark({})}>
              {t("workshop.parking.back")}
            </Button>
          )}
        </span>
      )}
      {came !== undefined && (
        <form
          className="flex gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            void unpark({ settled: came.trim() }).then((done) => done && setCame(undefined));
          }}
        >
          <BareText
            label={t("workshop.parking.came")}
            value={came}
            onChange={({ target }) => setCame(target.value)}
            className="flex-1"
          />
          <Button type="submit" disabled={came.trim() === ""}>
            {t("workshop.parking.settle")}
          </Button>
        </form>
      )}
      <Problems problems={problems} />
    </li>
  );
}
