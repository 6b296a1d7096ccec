// The small page of guests: its own entry, plain text over plain http, without the engine and without the model.
import "@fontsource-variable/source-sans-3/index.css";
import "../tokens.css";
import "./guest.css";
import type { Problem } from "@parapet/core";
import { setUpTheme } from "../frame/theme.ts";
import { fill } from "./dom.ts";
import { ask } from "./http.ts";
import { joinView } from "./join-view.ts";
import { roomPage } from "./room-page.ts";
import { say, type Word } from "./words.ts";

interface Me {
  readonly session?: string;
  readonly name: string | null;
  readonly guest?: boolean;
  readonly model: string | null;
  readonly workshop: string | null;
}

const place = document.getElementById("guest") as HTMLElement;
/** The code stands behind #, which is sent to nobody. */
const code = decodeURIComponent(location.hash.slice(1));
const asKey = "parapet.as";

setUpTheme();
document.title = say("title");
void begin();

/** Goes in when this phone has joined before, else to the door. */
async function begin(why?: readonly Problem[] | Word): Promise<void> {
  const me = await ask<Me>("/me");
  if (me.ok && me.value.guest === true && me.value.model !== null && me.value.workshop === wanted())
    roomPage(place, {
      model: me.value.model,
      workshop: me.value.workshop ?? "",
      session: me.value.session ?? "",
      name: `${me.value.name ?? ""} (guest)`,
      as: sessionStorage.getItem(asKey) ?? "",
      lost: () => void lost(),
    });
  else fill(place, joinView(code, joined, why));
}

function joined({ as, workshop }: { readonly as: string; readonly workshop: string }): void {
  sessionStorage.setItem(asKey, as);
  // The code that was said aloud leads to another workshop than the address says.
  if (workshop !== wanted())
    history.replaceState(null, "", `/w/${encodeURIComponent(workshop)}${location.search}${location.hash}`);
  void begin();
}

/** The connection was refused: is this phone still let in? */
async function lost(): Promise<void> {
  const me = await ask<Me>("/me");
  if (!me.ok && (me.status === 401 || me.status === 403)) location.reload();
}

function wanted(): string {
  return decodeURIComponent(/^\/w\/([^/]+)/.exec(location.pathname)?.[1] ?? "");
}
