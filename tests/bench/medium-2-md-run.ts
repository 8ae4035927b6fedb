/** One conversion by medium-2-md in a fresh process: prints what it took as JSON. Usage: medium-2-md-run.ts FOLDER */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

type ReadAll = (path: string, frontMatter: boolean) => { html: string; frontMatter: string };
type Convert = (html: string, downloadImages: boolean) => { md: string };

/** Its own two steps, as its command line calls them for every file of a folder, without writing the results. */
function convertAll(folder: string): { seconds: number; converted: number } {
	const require = createRequire(import.meta.url);
	const { readAll } = require("medium-2-md/lib/reader.js") as { readAll: ReadAll };
	const convert = require("medium-2-md/lib/converter.js") as Convert;
	const start = performance.now();
	let converted = 0;
	for (const file of readdirSync(folder)) {
		try {
			const { html, frontMatter } = readAll(join(folder, file), true);
			converted += convert(html, false).md.length + frontMatter.length > 0 ? 1 : 0;
		} catch {
			// Its figure rule throws for embeds; the time until then counts all the same.
		}
	}
	return { seconds: (performance.now() - start) / 1000, converted };
}

const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Usage: medium-2-md-run.ts FOLDER");
process.stdout.write(JSON.stringify(convertAll(folder)));
