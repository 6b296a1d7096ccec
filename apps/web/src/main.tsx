// The workbench starts here.
import "./zod-setup.ts";
import "@fontsource-variable/source-sans-3/index.css";
import "@fontsource-variable/jetbrains-mono/index.css";
import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { SafePage } from "./frame/safe-page.tsx";
import { setUpTheme } from "./frame/theme.ts";
import { setUpStrings } from "./strings/i18n.ts";

setUpTheme();
setUpStrings();
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <SafePage>
        <App />
      </SafePage>
    </StrictMode>,
  );
