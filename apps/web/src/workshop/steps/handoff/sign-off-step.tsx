// The end: what came of it, and the door to the signature.
import { useTranslation } from "react-i18next";
import { useCommand } from "../../../data/use-command.ts";
import { call } from "../../../data/workbench.ts";
import { Button } from "../../../kit/button.tsx";
import { Problems } from "../../../kit/problems.tsx";
import { useWorkshop } from "../../running/in-workshop.ts";
import { Outcome } from "../../running/outcome.tsx";
import { StepPage } from "../step-page.tsx";

export function SignOffStep() {
  const { t } = useTranslation();
  const { id, workshop, role } = useWorkshop();
  const { run, problems } = useCommand();
  const end = () =>
    void run(
      t("workshop.signOff.ended", { title: workshop.title }),
      call("end-workshop", { workshop: id, when: new Date().toISOString() }),
    );
  return (
    <StepPage>
      <Outcome />
      {role === "facilitator" && (
        <Button look="main" className="w-fit min-h-10! text-base!" onClick={end}>
          {t("workshop.signOff.end")}
        </Button>
      )}
      <Problems problems={problems} />
    </StepPage>
  );
}
