import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { pluralizeAsModule } from "./electron/launch/common-js.ts";
import { localeByName } from "./electron/launch/default-locale.ts";
import { FIRST_ROOM, firstRoom } from "./electron/launch/first-room.ts";
import { licences } from "./electron/launch/licences.ts";
import { ownWords } from "./electron/launch/own-words.ts";

const root = import.meta.dirname;
const packages = licences(root);

export default defineConfig({
	main: {
		build: {
			outDir: "out/main",
			minify: true,
			rollupOptions: {
				input: {
					index: resolve(root, "electron/main/index.ts"),
					// The workers that read and unpack Medium archives; found beside the main file.
					"import-reader": resolve(root, "electron/service/import/reader-worker.ts"),
					"import-unpacker": resolve(root, "electron/service/import/ahead-worker.ts"),
					// The thread for work that cannot be sliced, likewise.
					"service-thread": resolve(root, "electron/service/threads/worker.ts"),
				},
				output: { chunkFileNames: "[name].js" },
			},
		},
	},
	preload: {
		build: {
			outDir: "out/preload",
			// A sandboxed preload cannot import: everything goes into the one CommonJS file.
			externalizeDeps: false,
			rollupOptions: {
				input: { index: resolve(root, "electron/preload/index.ts") },
				output: { format: "cjs", entryFileNames: "[name].cjs" },
			},
		},
	},
	renderer: {
		root: resolve(root, "src/app"),
		base: "./",
		plugins: [react(), packages.window, firstRoom(), ownWords(), pluralizeAsModule(), localeByName()],
		worker: { format: "es", plugins: () => [packages.worker, pluralizeAsModule()] },
		build: {
			outDir: resolve(root, "out/window"),
			emptyOutDir: true,
			minify: true,
			sourcemap: false,
			// Nothing is inlined: the page's policy allows no data: scripts or styles.
			assetsInlineLimit: 0,
			rollupOptions: {
				input: resolve(root, "src/app/index.html"),
				output: {
					// Up to the first key the window is two files: fifty small ones cost as much as a third of the code in them.
					codeSplitting: {
						groups: [
							{ name: "frame", tags: ["$initial"], priority: 1 },
							{ name: FIRST_ROOM, test: /[\\/]WriteRoom\.tsx$/ },
						],
					},
				},
			},
		},
	},
});
