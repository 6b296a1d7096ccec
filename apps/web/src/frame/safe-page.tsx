// Stands round a page or a part of it: what cannot be loaded or shown says so in words, where React would leave the window white.
import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../kit/button.tsx";

/** Shows its children, or why they cannot be shown with a button that loads the page anew. Another `place` is tried again. */
export class SafePage extends Component<
  { readonly place?: string; readonly children: ReactNode },
  { readonly error: Error | undefined }
> {
  override state: { readonly error: Error | undefined } = { error: undefined };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidUpdate(before: { readonly place?: string }) {
    if (before.place !== this.props.place && this.state.error) this.setState({ error: undefined });
  }

  override render() {
    return this.state.error ? <Lost why={this.state.error.message} /> : this.props.children;
  }
}

function Lost({ why }: { readonly why: string }) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-3 p-8" data-lost-page="">
      <h1 className="text-lg font-semibold">{t("frame.lostPage.title")}</h1>
      <p>{t("frame.lostPage.say")}</p>
      <p className="text-sm break-words text-soft" dir="auto">
        {why}
      </p>
      <Button look="main" onClick={() => location.reload()}>
        {t("frame.lostPage.reload")}
      </Button>
    </div>
  );
}
