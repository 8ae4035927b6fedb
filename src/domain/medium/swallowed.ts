/** Tags that were meant as text, or never closed, and would take the rest of a post with them. */

/**
 * The beginning of a tag after which nothing is markup until it is closed; Medium writes only the first three, and
 * closes them. Where the tag itself ends is searched apart: by this pattern each beginning would search to the end.
 */
const OPENING = /<(?:(script|style|title|textarea|xmp|iframe|noembed|noframes|plaintext)\b|!--)/gi;

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
	const parts: string[] = [];
	/** Up to where the markup is in `parts`. */
	let done = 0;
	/** Where the tag ends that was left as it is. */
	let behind = 0;
	// A comment may begin inside a tag that was made text, before that tag's end: each kind looks from growing places of its own.
	const ofPostBehind = { comment: ahead(html, OF_A_POST), tag: ahead(html, OF_A_POST) };
	const nextEnd = ahead(html, />/);
	const nextAddress = ahead(html, /\ssrc\s*=/);
	const closings = new Map<string, (from: number) => number>();
	const upTo = (to: number) => {
		parts.push(html.slice(done, to));
		done = to;
	};
	for (const { 0: opening, 1: named, index: at } of html.matchAll(OPENING)) {
		if (at < behind) continue;
		const name = named?.toLowerCase() ?? "!--";
		let closing = closings.get(name);
		if (!closing) {
			closing = ahead(html, name === "!--" ? /-->/ : new RegExp(`</${name}\\b`));
			closings.set(name, closing);
		}
		const end = named === undefined ? at + opening.length : nextEnd(at + opening.length) + 1;
		if (end > html.length) continue;
		const hasAddress = nextAddress(at) < end;
		if (ofPostBehind[named === undefined ? "comment" : "tag"](end) >= closing(end)) {
			behind = end;
			continue;
		}
		tags.push(named === undefined ? opening : `<${name}>`);
		if (hasAddress) {
			upTo(end);
			parts.push(`</${name}>`);
			behind = end;
		} else {
			upTo(at);
			parts.push("&lt;");
			done = at + 1;
		}
	}
	upTo(html.length);
	return { html: parts.join(""), tags };
}
