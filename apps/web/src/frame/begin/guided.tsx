// Five short questions about one feature, then what can go wrong with it.
import { slug } from "@parapet/core";
import { clsx } from "clsx";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";
import { useBeginning } from "./beginning.ts";
import { guidedCalls, type Touched, touched, type User, users } from "./guided.ts";

interface GuidedProps {
  readonly beside: boolean;
  readonly back: () => void;
}

export function Guided({ beside, back }: GuidedProps) {
  const { t } = useTranslation();
  const { begin, problems, working } = useBeginning();
  const [system, setSystem] = useState("");
  const [feature, setFeature] = useState("");
  const [who, setWho] = useState<readonly User[]>(["customers"]);
  const [app, setApp] = useState<string>(t("begin.guided.appDefault"));
  const [data, setData] = useState<readonly Touched[]>([]);
  const [store, setStore] = useState<string>(t("begin.guided.storeDefault"));
  const show = () => {
    const calls = guidedCalls(
      { feature, users: who, app, data, store },
      {
        user: (user) => t(`begin.guided.user.${user}`),
        zone: (user) => t(`begin.guided.zone.${user}`),
        ours: t("begin.guided.ours"),
        kept: t("begin.guided.kept"),
        data: (one) => t(`begin.guided.dataName.${one}`),
        entry: (user) => t(`begin.guided.entry.${user}`),
      },
    );
    const name = beside ? { name: slug(system) } : {};
    const title = t("begin.guided.did", { feature });
    return begin({ from: "blank", system: system.trim(), ...name, calls, title, room: "enumeration" });
  };
  const ready = [system, feature, app].every((text) => text.trim() !== "") && who.length > 0;
  return (
    <form
      aria-label={t("begin.guided.title")}
      className="flex flex-col gap-4 rounded-lg border border-line bg-surface p-5"
      onSubmit={(event) => {
        event.preventDefault();
        void show();
      }}
    >
      <h2 className="text-lg font-semibold">{t("begin.guided.title")}</h2>
      <TextField
        label={t("begin.guided.system")}
        placeholder={t("begin.guided.systemPlaceholder")}
        value={system}
        onValue={setSystem}
        maxLength={200}
        required
        autoFocus
      />
      <TextField
        label={t("begin.guided.feature")}
        placeholder={t("begin.guided.featurePlaceholder")}
        value={feature}
        onValue={setFeature}
        maxLength={250}
        required
      />
      <Several
        legend={t("begin.guided.users")}
        all={Object.keys(users) as User[]}
        chosen={who}
        choose={setWho}
        name={(user) => t(`begin.guided.user.${user}`)}
      />
      <TextField label={t("begin.guided.app")} value={app} onValue={setApp} maxLength={200} required />
      <Several
        legend={t("begin.guided.data")}
        all={Object.keys(touched) as Touched[]}
        chosen={data}
        choose={setData}
        name={(one) => t(`begin.guided.dataName.${one}`)}
      />
      <TextField
        label={t("begin.guided.store")}
        help={t("begin.guided.storeNone")}
        value={store}
        onValue={setStore}
        maxLength={200}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="main" disabled={!ready || working}>
          {t("begin.guided.show")}
        </Button>
        <Button look="quiet" onClick={back}>
          {t("begin.guided.back")}
        </Button>
      </div>
      {working && (
        <p role="status" className="text-sm text-soft">
          {t("begin.first.working")}
        </p>
      )}
      <Problems problems={problems} />
    </form>
  );
}

interface SeveralProps<Value extends string> {
  readonly legend: ReactNode;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly choose: (values: readonly Value[]) => void;
  readonly name: (value: Value) => string;
}

/** Some of a few, as boxes that can be ticked. */
function Several<Value extends string>({ legend, all, chosen, choose, name }: SeveralProps<Value>) {
  const turn = (value: Value) =>
    choose(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs text-soft">{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {all.map((value) => (
          <label
            key={value}
            className={clsx(
              "flex min-h-8 items-center gap-1.5 rounded-md border px-2.5 text-sm",
              chosen.includes(value) ? "border-accent bg-accent-soft" : "border-line",
            )}
          >
            <input
              type="checkbox"
              className="size-4 accent-(--accent)"
              checked={chosen.includes(value)}
              onChange={() => turn(value)}
            />
            {name(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
