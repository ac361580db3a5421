import { copyFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const assets = fileURLToPath(new URL("../../src/relevo/static/widget/assets/", import.meta.url));

/** A loader cached for minutes may name an app that an upgrade has just replaced: it then asks for this name. */
function alsoUnderFixedName(): Plugin {
  return {
    name: "relevo-app-fixed-name",
    closeBundle() {
      const built = readdirSync(assets).find((name) => name.startsWith("app-"));
      if (built) copyFileSync(assets + built, `${assets}app.js`);
    },
  };
}

// Built before the loader, which must know the hashed name.
export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [alsoUnderFixedName()],
  build: {
    outDir: "../../src/relevo/static/widget",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: fileURLToPath(new URL("src/app/main.tsx", import.meta.url)),
      output: { format: "iife", entryFileNames: "assets/app-[hash].js" },
    },
  },
});
