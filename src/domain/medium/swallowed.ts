/** Tags that were meant as text, or never closed, and would take the rest of a post with them. */

/** What is behind their opening is not markup until they close; Medium writes only the first three, and closes them. */
const OPENING = /<(?:(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)\b[^>]*>|!--)/gi;

/** What no script, style or comment of a post holds. */
const OF_A_POST = /data-field="body"|class="graf[ "]|<\/article>|<footer>/gi;

/** The first match from a place on; asked for growing places, each part of the text is searched once. */
function ahead(html: string, pattern: RegExp): (from: number) => number {
	const search = new RegExp(pattern, "gi");
	let found = -1;
	return (from) => {
		if (found >= from) return found;
		search.lastIndex = from;
		found = search.exec(html)?.index ?? html.length;
		return found;
	};
}

/**
 * The same markup where no such tag hides parts of the post: one with an address is closed where it opens, any other
 * becomes the text it looks like.
 */
export function withoutSwallowing(html: string): { html: string; tags: string[] } {
	const tags: string[] = [];
	const nextOfPost = ahead(html, OF_A_POST);
	const closings = new Map<string, (from: number) => number>();
	const mended = html.replace(OPENING, (tag: string, named: string | undefined, at: number) => {
		const name = named?.toLowerCase() ?? "!--";
		let closing = closings.get(name);
		if (!closing) {
			closing = ahead(html, name === "!--" ? /-->/ : new RegExp(`</${name}\\b`));
			closings.set(name, closing);
		}
		const from = at + tag.length;
		if (nextOfPost(from) >= closing(from)) return tag;
		tags.push(named === undefined ? tag : `<${name}>`);
		return /\ssrc\s*=/i.test(tag) ? `${tag}</${name}>` : `&lt;${tag.slice(1)}`;
	});
	return { html: mended, tags };
}
