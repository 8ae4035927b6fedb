/** The writer's public name on Medium. E-mail, addresses and accounts on the same page are not read. */
import { handleOf } from "./metadata.ts";
import { find, findAll, hasClass, lineOf, parseHtml } from "./tree.ts";

export interface MediumProfile {
	/** Without `@`. */
	handle: string | null;
	name: string;
	userId: string | null;
}

export interface MediumPublication {
	name: string;
	url: string;
	role: string;
}

const USER_ID = /^Medium user ID:\s*([0-9a-f]{6,24})$/;

/** Reads `profile/profile.html`. */
export function parseProfile(html: string): MediumProfile {
	const root = parseHtml(html);
	const link = find(root, (element) => hasClass(element, "u-url"));
	const name = find(root, (element) => hasClass(element, "p-name"));
	const userId = findAll(root, (element) => element.name === "li")
		.map((item) => USER_ID.exec(lineOf(item))?.[1])
		.find((id) => id !== undefined);
	return { handle: handleOf(link?.attributes["href"]), name: name ? lineOf(name) : "", userId: userId ?? null };
}

/** Reads `profile/publications.html`: a heading a role, then the publications. */
export function parsePublications(html: string): MediumPublication[] {
	const publications: MediumPublication[] = [];
	let role = "";
	for (const element of findAll(parseHtml(html), ({ name }) => name === "h4" || name === "li")) {
		if (element.name === "h4") {
			role = lineOf(element);
			continue;
		}
		const link = find(element, ({ name }) => name === "a");
		if (link) publications.push({ name: lineOf(link), url: link.attributes["href"] ?? "", role });
	}
	return publications;
}
