/** What a stored link may do when it is shown, opened or exported. The stored text itself is never changed. */

const SAFE_SCHEMES = new Set(["http:", "https:", "mailto:"]);

/** The address if it is safe to put into a page or hand to the system, else `null`. In-page `#anchors` are safe. */
export function safeHref(href: string): string | null {
	const trimmed = href.trim();
	if (trimmed.startsWith("#")) return trimmed;
	const absolute = trimmed.startsWith("//") ? `https:${trimmed}` : trimmed;
	if (!URL.canParse(absolute)) return null;
	const url = new URL(absolute);
	return SAFE_SCHEMES.has(url.protocol) ? url.href : null;
}
