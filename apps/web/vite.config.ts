// How the workbench is built.
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Schemas ask when they are made whether they may be compiled, and trying breaks the content security policy: told before any chunk runs. */
const intro = "globalThis.__zod_globalConfig={jitless:true};";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: {
    target: "es2023",
    outDir: "dist",
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Fonts are files: the content security policy lets no data: address through.
    assetsInlineLimit: 0,
    // Two entries: the workbench, and the small page that guests of a workshop get over plain http.
    rolldownOptions: { input: { index: "index.html", guest: "guest.html" }, output: { intro } },
  },
  worker: { format: "es", rolldownOptions: { output: { intro } } },
});
