/** Length of a title, and what feeds and search pages leave of it. */

/** Characters. Sources: 43,565 Medium titles; preview limits reported by writers. */
export const TITLE_LENGTH = { shortest: 35, longest: 65, warn: 90, clip: 100 } as const;

export interface PreviewLine {
	shown: string;
	/** `true` when something was cut; `shown` then ends in an ellipsis. */
	cut: boolean;
	limit: number;
}

export interface TitlePreview {
	feed: { title: PreviewLine; subtitle: PreviewLine };
	search: { title: PreviewLine };
}

const FEED_TITLE = TITLE_LENGTH.clip;
const FEED_SUBTITLE = 140;
const SEARCH_TITLE = 60;

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** UTF-16 units beyond which nobody counts what a reader would. */
const COUNTED = 1000;

/** Characters as a reader counts them; of an endless text, its units. */
export function characterCount(text: string): number {
	if (text.length > COUNTED) return text.length;
	let count = 0;
	for (const _ of graphemes.segment(text)) count += 1;
	return count;
}

/** Cuts at the last word that fits; a single overlong word is cut between characters. */
export function cutLine(text: string, limit: number): PreviewLine {
	const line = text
		.slice(0, COUNTED * 4)
		.replace(/\s+/g, " ")
		.trim();
	let count = 0;
	let lastSpace = -1;
	let cutAt = -1;
	for (const { segment, index } of graphemes.segment(line)) {
		if (count === limit - 1) cutAt = index;
		if (count === limit) {
			const at = lastSpace > limit / 2 ? lastSpace : cutAt;
			return { shown: `${line.slice(0, at).trimEnd()}…`, cut: true, limit };
		}
		if (segment === " " && count < limit) lastSpace = index;
		count += 1;
	}
	return { shown: line, cut: false, limit };
}

/** @param subtitle the story's subtitle, or its first sentence where it has none, as previews do */
export function titlePreview(title: string, subtitle: string): TitlePreview {
	return {
		feed: { title: cutLine(title, FEED_TITLE), subtitle: cutLine(subtitle, FEED_SUBTITLE) },
		search: { title: cutLine(title, SEARCH_TITLE) },
	};
}
