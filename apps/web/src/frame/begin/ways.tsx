// The ways to begin a model: think one feature through, read this repository, draw, open a worked example.
import { slug } from "@parapet/core";
import { BookOpen, FolderSearch, PenLine, Signpost } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { get } from "../../data/http.ts";
import { BareText } from "../../kit/bare-fields.tsx";
import { Button } from "../../kit/button.tsx";
import { Problems } from "../../kit/problems.tsx";
import { type Beginning, useBeginning } from "./beginning.ts";
import { Guided } from "./guided.tsx";

interface Example {
  readonly name: string;
  readonly title: string;
}

/** `beside`: there are models already, so that a new one needs a name of its own. */
export function Ways({ beside }: { readonly beside: boolean }) {
  const { t } = useTranslation();
  const { begin, problems, working } = useBeginning();
  const [guiding, setGuiding] = useState(false);
  const [tried, setTried] = useState<Beginning["from"]>();
  const [examples, setExamples] = useState<readonly Example[]>([]);
  useEffect(() => {
    void get<readonly Example[]>("/examples").then((found) => found.ok && setExamples(found.value));
  }, []);
  // Examples get names of their own, so that the system's own model has room beside them.
  const start = (beginning: Beginning) => {
    setTried(beginning.from);
    return begin({
      ...beginning,
      ...(beside && beginning.name === undefined && { name: slug(beginning.system ?? "") }),
    });
  };
  // What went wrong is said where it was begun.
  const wrong = (from: Beginning["from"]) => <Problems problems={tried === from ? problems : []} />;
  if (guiding) return <Guided beside={beside} back={() => setGuiding(false)} />;
  return (
    <>
      <ul className="grid gap-4 md:grid-cols-2">
        <Way icon={<Signpost />} title={t("begin.first.guided")} say={t("begin.first.guidedSay")}>
          <Button look="main" className="w-fit" onClick={() => setGuiding(true)}>
            {t("begin.first.guided")}
          </Button>
        </Way>
        <Way icon={<FolderSearch />} title={t("begin.first.files")} say={t("begin.first.filesSay")}>
          <Named
            button={t("begin.first.files")}
            working={working}
            required={beside}
            start={(system) => void start({ from: "files", ...system, room: "decomposition" })}
          />
          {wrong("files")}
        </Way>
        <Way icon={<PenLine />} title={t("begin.first.draw")} say={t("begin.first.drawSay")}>
          <Named
            button={t("begin.first.draw")}
            working={working}
            required={beside}
            start={(system) => void start({ from: "blank", ...system, room: "decomposition" })}
          />
          {wrong("blank")}
        </Way>
        <Way icon={<BookOpen />} title={t("begin.first.example")} say={t("begin.first.exampleSay")}>
          <div className="flex flex-wrap gap-1.5">
            {examples.map(({ name, title }) => (
              <Button
                key={name}
                disabled={working}
                onClick={() => void start({ from: "example", example: name, name, room: "overview" })}
              >
                {t("begin.first.open", { title })}
              </Button>
            ))}
          </div>
          {wrong("example")}
        </Way>
      </ul>
      {working && (
        <p role="status" className="text-sm text-soft">
          {t("begin.first.working")}
        </p>
      )}
    </>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly say: string;
  readonly children: ReactNode;
}

function Way({ icon, title, say, children }: WayProps) {
  return (
    <li className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <span aria-hidden="true" className="text-accent [&>svg]:size-4.5">
          {icon}
        </span>
        {title}
      </h2>
      <p className="flex-1 text-sm text-soft">{say}</p>
      {children}
    </li>
  );
}

interface NamedProps {
  readonly button: string;
  readonly working: boolean;
  readonly required: boolean;
  readonly start: (system: { readonly system?: string }) => void;
}

/** The name of the system; the folder's when it is left empty. */
function Named({ button, working, required, start }: NamedProps) {
  const { t } = useTranslation();
  const [system, setSystem] = useState("");
  return (
    <form
      className="flex flex-wrap gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        start(system.trim() === "" ? {} : { system: system.trim() });
      }}
    >
      <BareText
        label={t("begin.first.system")}
        value={system}
        required={required}
        onChange={({ target }) => setSystem(target.value)}
        className="min-w-40 flex-1"
      />
      <Button type="submit" disabled={working}>
        {button}
      </Button>
    </form>
  );
}
