// A mitigation without a criterion: somebody says how it is tested, then it can be shown.
import { chooseId } from "@parapet/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSending } from "../../data/heard.ts";
import { call } from "../../data/workbench.ts";
import type { World } from "../../frame/inspector/world.ts";
import { Button } from "../../kit/button.tsx";
import { TextField } from "../../kit/field.tsx";
import { Problems } from "../../kit/problems.tsx";

export function Definition({ mitigation, world }: { readonly mitigation: string; readonly world: World }) {
  const { t } = useTranslation();
  const { problems, busy, sending } = useSending();
  const [text, setText] = useState("");
  const title = world.analysis.mitigations.find(({ id }) => id === mitigation)?.title ?? mitigation;
  const own = world.document.register?.mitigations?.[mitigation]?.criteria ?? {};
  const add = async () => {
    const id = criterionId(text, own);
    const said = t("validation.built.added", { title });
    if (await sending(said, call("set-mitigation", { id: mitigation, criteria: { [id]: text.trim() } }))) setText("");
  };
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={t("validation.built.criterion")}
        help={t("validation.built.criterionHelp")}
        value={text}
        onValue={setText}
        lines={2}
      />
      <Problems problems={problems} />
      <div>
        <Button type="submit" disabled={busy || text.trim() === ""}>
          {t("validation.built.add")}
        </Button>
      </div>
    </form>
  );
}

/** Named after its first words. */
function criterionId(text: string, own: object): string {
  const words = text.trim().split(/\s+/).slice(0, 5).join(" ");
  const taken = (id: string) => Object.hasOwn(own, id);
  return chooseId(words, { kind: "criterion" }, taken) ?? `criterion-${Object.keys(own).length + 1}`;
}
