// What a threat rests on: assumptions with how they stand; a threat written down by hand gets one more in one line, old or new.
import { X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../../data/heard.ts";
import { usePeople } from "../../../data/people.ts";
import { useSelect } from "../../../data/selection.ts";
import { call } from "../../../data/workbench.ts";
import { BareText } from "../../../kit/bare-fields.tsx";
import { IconButton } from "../../../kit/button.tsx";
import { CertaintyMark } from "../../../kit/certainty.tsx";
import { fieldName, useAwaitedKeyboard } from "../../../kit/follow-keyboard.ts";
import { Problems } from "../../../kit/problems.tsx";
import { certaintyOfAssumption, stateOfAssumption } from "../../../rooms/scoping/assumptions.ts";
import { scoping } from "../../../strings/en/scoping.ts";
import { addStrings } from "../../../strings/i18n.ts";
import type { World } from "../world.ts";
import { cardField, onwardWhenEmpty } from "./card-keys.ts";
import { firstOfCard } from "./card-names.ts";
import type { CardThreat } from "./card-threat.ts";
import { type RestsOn, restsOn } from "./rests-on.ts";

addStrings({ scoping });

export function AssumptionsOf({ threat, world }: { readonly threat: CardThreat; readonly world: World }) {
  const { t } = useTranslation();
  const on = restsOn(world.document, threat);
  const byHand = threat.rule === "by-hand";
  if (on.length === 0 && !byHand) return null;
  return (
    <div className="mt-2" data-rests-on="">
      <h4 className="text-xs font-medium text-soft">{t("inspector.rests.title")}</h4>
      <ul className="flex flex-col gap-1">
        {on.map((one) => (
          <Line key={one.id} one={one} threat={threat} now={world.analysis.now} />
        ))}
      </ul>
      {byHand && <Add threat={threat} world={world} />}
    </div>
  );
}

interface LineProps {
  readonly one: RestsOn;
  readonly threat: CardThreat;
  readonly now: string;
}

function Line({ one: { id, assumption, fact }, threat, now }: LineProps) {
  const { t } = useTranslation();
  const people = usePeople();
  const select = useSelect();
  const { problems, sending } = useSending();
  const state = stateOfAssumption(assumption, now);
  const { text, by = "?" } = assumption;
  const off = () =>
    void sending(t("inspector.rests.didUnlink", { text }), call("unlink-assumption", { id, threats: [threat.id] }));
  return (
    <li className="flex items-start gap-2 text-sm">
      <span className="pt-1">
        <CertaintyMark certainty={certaintyOfAssumption[state]} />
      </span>
      <span className="min-w-0 flex-1">
        <button
          type="button"
          dir="auto"
          className="text-left hover:underline"
          onClick={() => select({ kind: "assumption", id })}
        >
          {text}
        </button>
        {state !== "holds" && (
          <span className="block text-xs text-soft">
            {t(`scoping.assumptions.state.${state}`, { who: people.name(by) })}
          </span>
        )}
        <Problems problems={problems} />
      </span>
      {!fact && (
        <IconButton label={t("inspector.rests.unlink", { text })} className="size-6!" onClick={off}>
          <X size={13} />
        </IconButton>
      )}
    </li>
  );
}

function Add({ threat, world: { document } }: { readonly threat: CardThreat; readonly world: World }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [text, setText] = useState("");
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const name = firstOfCard(threat.id);
  useAwaitedKeyboard(name, field);
  const all = Object.entries(document.model.assumptions ?? {});
  const save = async () => {
    const said = text.trim();
    if (said === "" || busy) return;
    const threats = [threat.id];
    const known = all.find(([id, one]) => id === said || one.text.toLowerCase() === said.toLowerCase());
    const made = known
      ? call("link-assumption", { id: known[0], threats })
      : call("add-assumption", { text: said, threats });
    if (await sending(t("inspector.rests.didLink", { text: known?.[1].text ?? said }), made)) setText("");
  };
  return (
    <form
      className="mt-1"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <BareText
        {...cardField}
        {...{ [fieldName]: name }}
        ref={field}
        label={t("inspector.rests.add")}
        list={list}
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onwardWhenEmpty}
        className="w-full border-dashed"
      />
      <datalist id={list}>
        {all.map(([id, one]) => (
          <option key={id} value={one.text} />
        ))}
      </datalist>
      <Problems problems={problems} />
    </form>
  );
}
