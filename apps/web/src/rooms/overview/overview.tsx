// The overview: the way through the rooms, what needs people now, how the model stands, and what each member of the team did and waits for.
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useWorkbench } from "../../data/workbench.ts";
import { RoomHead } from "../../kit/layout.tsx";
import { overview } from "../../strings/en/overview.ts";
import { addStrings } from "../../strings/i18n.ts";
import { overviewAnswer } from "./answers.ts";
import { GlanceCard } from "./glance-card.tsx";
import { NeedList } from "./need-list.tsx";
import { Path } from "./path.tsx";
import { Team } from "./team.tsx";

addStrings({ overview });

export function Overview() {
  const { t } = useTranslation();
  const analysis = useWorkbench((state) => state.analysis);
  const document = useWorkbench((state) => state.document);
  if (!analysis || !document) return <p className="p-5 text-soft">{t("frame.opening")}</p>;
  return (
    <>
      <RoomHead title={analysis.model.system} answer={overviewAnswer.answer({ analysis, document }, t)}>
        <Link href="/?list" className="text-sm text-accent hover:underline">
          {t("overview.models")}
        </Link>
      </RoomHead>
      <div className="@container flex flex-col gap-6 p-5 pb-20">
        <Path analysis={analysis} />
        <div className="grid gap-x-8 gap-y-6 @4xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <NeedList analysis={analysis} document={document} />
          <div className="flex min-w-0 flex-col gap-6">
            <GlanceCard analysis={analysis} />
            <Team analysis={analysis} document={document} />
          </div>
        </div>
      </div>
    </>
  );
}
