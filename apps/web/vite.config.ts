// How the workbench is built.
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  build: { target: "es2023", outDir: "dist", sourcemap: false, modulePreload: { polyfill: false } },
  worker: { format: "es" },
});
