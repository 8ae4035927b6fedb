/** Vite plugins: write the licences of everything that ends up in the window and its workers, and of the fonts, beside it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LICENCES_FILE, type Licence } from "../../src/contract/licences.ts";

const FONTS = [
	{ name: "Inter", version: "4.1", file: "Inter-OFL.txt" },
	{ name: "Source Serif 4", version: "4.005", file: "SourceSerif4-OFL.txt" },
	{ name: "JetBrains Mono", version: "2.2", file: "JetBrainsMono-OFL.txt" },
];

interface Manifest {
	name?: string;
	version?: string;
	license?: string;
}

const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

function describe(folder: string): Licence {
	const { name = "", version = "", license = "" } = readManifest(folder);
	const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
	return { name, version, licence: license, text: file ? readFileSync(join(folder, file), "utf8").trim() : "" };
}

/** The package a bundled module belongs to: the nearest folder with a named manifest. */
function packageOf(module: string): string | null {
	if (!module.includes("/node_modules/")) return null;
	for (let folder = dirname(module); folder.includes("/node_modules/"); folder = dirname(folder))
		if (existsSync(join(folder, "package.json")) && readManifest(folder).name !== undefined) return folder;
	return null;
}

/** Packages the service needs at run time and the window does not contain, with their own dependencies. */
function servicePackages(root: string): string[] {
	const found = new Set<string>();
	const visit = (manifest: { dependencies?: Record<string, string> }): void => {
		for (const name of Object.keys(manifest.dependencies ?? {})) {
			const folder = join(root, "node_modules", name);
			if (found.has(folder) || !existsSync(folder)) continue;
			found.add(folder);
			visit(readManifest(folder) as { dependencies?: Record<string, string> });
		}
	};
	visit(readManifest(root) as { dependencies?: Record<string, string> });
	return [...found];
}

interface EmittingContext {
	getModuleIds(): IterableIterator<string>;
	emitFile(file: { type: "asset"; fileName: string; source: string }): string;
}

/** Folders of the packages whose modules are in a bundle. */
function packagesIn(bundle: Pick<EmittingContext, "getModuleIds">): string[] {
	return [...bundle.getModuleIds()].flatMap((id) => {
		const folder = packageOf(id.replace(/^\0/, "").replace(/\?.*$/, "").replaceAll("\\", "/"));
		return folder ? [folder] : [];
	});
}

/** `worker` goes into every worker's build, `window` into the window's: workers are bundled before the window is written. */
export function licences(root: string) {
	const inWorkers = new Set<string>();
	const worker = {
		name: "inkhour-licences-of-workers",
		generateBundle(this: EmittingContext): void {
			for (const folder of packagesIn(this)) inWorkers.add(folder);
		},
	};
	const window = {
		name: "inkhour-licences",
		generateBundle(this: EmittingContext): void {
			const folders = new Set([...servicePackages(root), ...inWorkers, ...packagesIn(this)]);
			const packages = [...folders].map(describe);
			const byName = new Map(packages.map((one) => [one.name, one]));
			const fonts = FONTS.map(({ name, version, file }) => ({
				name,
				version,
				licence: "OFL-1.1",
				text: readFileSync(join(root, "resources/fonts", file), "utf8").trim(),
			}));
			const sorted = [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
			this.emitFile({ type: "asset", fileName: LICENCES_FILE, source: JSON.stringify([...fonts, ...sorted]) });
		},
	};
	return { window, worker };
}
