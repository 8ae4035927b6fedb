/** The catalogues as files: the browser host runs from its source. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Catalogue, type Speaker, speaker } from "#domain/words/catalogue.ts";

const FOLDER = join(import.meta.dirname, "../../src/app/words");

/** Every catalogue beside English, by code. */
export function readCatalogues(folder = FOLDER): Record<string, Catalogue> {
	const codes = readdirSync(folder).flatMap((name) => /^(?!en\.)(.+)\.json$/.exec(name)?.[1] ?? []);
	return Object.fromEntries(
		codes.map((code) => [code, JSON.parse(readFileSync(join(folder, `${code}.json`), "utf8")) as Catalogue]),
	);
}

/** Speaks the language a browser prefers. @param acceptLanguage its header, e.g. `de-CH, en;q=0.8` */
export function speakerFor(
	acceptLanguage: string | undefined,
	catalogues: Readonly<Record<string, Catalogue>>,
): Speaker {
	const preferred = (acceptLanguage ?? "")
		.split(",")
		.map((part) => {
			const [code = "", quality] = part.split(";q=");
			return { code: code.trim(), quality: quality === undefined ? 1 : Number(quality) };
		})
		.filter(({ code, quality }) => code !== "" && quality > 0)
		.sort((a, b) => b.quality - a.quality);
	return speaker(
		"system",
		preferred.map(({ code }) => code),
		catalogues,
	);
}
