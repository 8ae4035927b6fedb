/** `medium.rss`, which exports of 2017 hold instead of folders: the only place with tags and edit dates. */
import { Parser } from "htmlparser2";
import { idOfAddress } from "./metadata.ts";

export interface FeedFacts {
	mediumId: string;
	tags: string[];
	/** ISO 8601; last edit. */
	updatedAt: string | null;
}

/** Reads ids, tags and dates of every item. The text in the feed is weaker than the post files and is left. */
export function parseExportFeed(xml: string): FeedFacts[] {
	const items: FeedFacts[] = [];
	let item: { guid: string; tags: string[]; updated: string } | null = null;
	let text = "";
	const parser = new Parser(
		{
			onopentag(name) {
				text = "";
				if (name === "item") item = { guid: "", tags: [], updated: "" };
			},
			ontext(part) {
				if (item) text += part;
			},
			onclosetag(name) {
				if (!item) return;
				if (name === "guid") item.guid = text.trim();
				else if (name === "category" && text.trim() !== "") item.tags.push(text.trim());
				else if (name === "atom:updated") item.updated = text.trim();
				else if (name === "item") {
					const mediumId = idOfAddress(item.guid);
					const time = Date.parse(item.updated);
					if (mediumId !== null)
						items.push({
							mediumId,
							tags: item.tags,
							updatedAt: Number.isNaN(time) ? null : new Date(time).toISOString(),
						});
					item = null;
				}
				text = "";
			},
		},
		{ xmlMode: true },
	);
	parser.end(xml);
	return items;
}
