// A button that copies; where no way to copy works it shows the text, selected, to be copied by hand.
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { ByHand } from "./by-hand.tsx";
import { copyText } from "./copy.ts";

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
  readonly look?: "main" | "plain" | "quiet";
  /** The text was copied, or stands there to be copied by hand. */
  readonly copied?: () => void;
}

export function CopyButton({ text, label, look = "plain", copied }: CopyButtonProps) {
  const { t } = useTranslation();
  const [state, setState] = useState<"idle" | "copied" | "by-hand">("idle");
  const copy = async () => {
    setState((await copyText(text)) ? "copied" : "by-hand");
    copied?.();
  };
  return (
    <>
      <Button look={look} onClick={() => void copy()} data-copied={state === "copied" || undefined}>
        {state === "copied" ? <Check size={14} aria-hidden="true" /> : <Copy size={14} aria-hidden="true" />}
        <span aria-live="polite">{state === "copied" ? t("words.copied") : label}</span>
      </Button>
      {state === "by-hand" && <ByHand text={text} />}
    </>
  );
}
