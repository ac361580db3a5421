import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const built = fileURLToPath(new URL("../../src/relevo/static/widget/", import.meta.url));

function appName(): string {
  const name = readdirSync(`${built}assets`).find((file) => file.startsWith("app-"));
  if (!name) throw new Error("The loader names the app's file: build widget/vite.app.config.ts first.");
  return name;
}

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  define: { __APP_FILE__: JSON.stringify(appName()) },
  build: {
    outDir: built,
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL("src/loader/main.ts", import.meta.url)),
      output: { format: "iife", entryFileNames: "v1.js" },
    },
  },
});
