/** Header and footer of a post file: everything but the text. */
import { storedWebAddress } from "./address.ts";
import { find, findAll, type HtmlElement, hasClass, lineOf } from "./tree.ts";

export interface PostMetadata {
	/** From the footer; `null` when it names none. */
	mediumId: string | null;
	/** Preview and search title, cut at 100 characters by Medium; often not the story's own title. */
	previewTitle: string;
	/** Mostly the first words of the text. */
	previewSubtitle: string;
	/** Search description, where the writer set one. */
	description: string;
	/** ISO 8601, UTC. */
	publishedAt: string | null;
	canonicalUrl: string | null;
	author: { handle: string | null; name: string } | null;
	/** `YYYY-MM-DD`. */
	exportedOn: string | null;
	/** Only exports before summer 2018 have them. */
	tags: string[];
}

const MONTHS = "january february march april may june july august september october november december".split(" ");
const TRAILING_ID = /(?:^|[-/])([0-9a-f]{9,12})$/;

/** Medium's id at the end of a story's address. */
export function idOfAddress(address: string | undefined): string | null {
	const path = (address ?? "").split(/[?#]/)[0]?.replace(/\/+$/, "") ?? "";
	return TRAILING_ID.exec(path)?.[1] ?? null;
}

/** "Exported from Medium on September 22, 2022." as `2022-09-22`. */
function exportDate(footer: string): string | null {
	const match = /Exported from.*?\bon\s+([A-Za-z]+)\s+(\d{1,2}),?\s+(\d{4})/.exec(footer);
	if (!match) return null;
	const month = MONTHS.indexOf((match[1] ?? "").toLowerCase()) + 1;
	const day = Number(match[2]);
	if (month === 0 || day < 1 || day > 31) return null;
	return `${match[3]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

function isoTime(raw: string | undefined): string | null {
	const time = raw === undefined ? Number.NaN : Date.parse(raw);
	return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The `@handle` in a profile address, without the `@`. */
export function handleOf(address: string | undefined): string | null {
	const text = address ?? "";
	return (
		/medium\.com\/@([^/?#]+)/.exec(text)?.[1] ??
		/^https?:\/\/([a-z0-9-]+)\.medium\.com\/?(?:$|[?#])/.exec(text)?.[1] ??
		null
	);
}

function field(root: HtmlElement, name: string): string {
	const section = find(root, (element) => element.name === "section" && element.attributes["data-field"] === name);
	return section ? lineOf(section) : "";
}

/** Reads what surrounds the body. Fields that are absent in this era are `null` or empty. */
export function readMetadata(root: HtmlElement): PostMetadata {
	const byClass = (name: string) => find(root, (element) => hasClass(element, name));
	const footer = findAll(root, (element) => element.name === "footer").at(-1);
	const author = byClass("p-author");
	const canonical = footer && find(footer, (element) => hasClass(element, "p-canonical"));
	const ids = footer
		? findAll(footer, (element) => element.name === "a").map((link) => link.attributes["href"] ?? "")
		: [];
	const canonicalUrl = storedWebAddress(canonical?.attributes["href"]);
	const title = byClass("p-name");
	const description = find(root, (element) => element.name === "meta" && element.attributes["name"] === "description");
	return {
		mediumId:
			ids.filter((href) => /medium\.com\/p\//.test(href)).map(idOfAddress)[0] ?? idOfAddress(canonicalUrl ?? undefined),
		previewTitle: title ? lineOf(title) : "",
		previewSubtitle: field(root, "subtitle"),
		description: field(root, "description") || (description?.attributes["content"]?.trim() ?? ""),
		publishedAt: isoTime(byClass("dt-published")?.attributes["datetime"]),
		canonicalUrl,
		author: author ? { handle: handleOf(author.attributes["href"]), name: lineOf(author) } : null,
		exportedOn: footer ? exportDate(lineOf(footer)) : null,
		tags: findAll(root, (element) => hasClass(element, "p-tag"))
			.map(lineOf)
			.filter((tag) => tag !== ""),
	};
}
