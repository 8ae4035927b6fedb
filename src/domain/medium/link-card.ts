import { storedAddress, storedWebAddress } from "./address.ts";
import type { Notes } from "./notes.ts";
import type { DraftOf } from "./piece.ts";
import { find, findAll, type HtmlElement, type HtmlNode, hasClass, lineOf, textOf } from "./tree.ts";

/** Address inside `background-image: url(…)`. A broken one ("…/t/NaN/NaN/…") is no address. */
export function backgroundAddress(style: string | undefined): string | undefined {
	const raw = /background-image:\s*url\(\s*["']?(.*?)["']?\s*\)/i.exec(style ?? "")?.[1];
	if (!raw || raw.includes("/NaN/")) return undefined;
	return storedWebAddress(raw) ?? undefined;
}

/** The card's description ends where the site's name stands as bare text behind it. */
function siteOf(anchor: HtmlElement): string {
	const nodes: HtmlNode[] = anchor.children.filter(
		(child) => typeof child === "string" || !["strong", "em", "br"].includes(child.name),
	);
	return nodes.map(textOf).join("").replace(/\s+/g, " ").trim();
}

/** A preview card of another page, or `null` when it leads nowhere. */
export function readLinkCard(card: HtmlElement, notes: Notes): DraftOf<"linkCard"> | null {
	const anchors = findAll(card, (element) => element.name === "a");
	const addresses = anchors.flatMap((anchor) => [anchor.attributes["href"], anchor.attributes["data-href"]]);
	const url = addresses.map(storedAddress).find((address) => address !== null);
	const text = anchors.find((anchor) => !hasClass(anchor, "mixtapeImage"));
	if (!url) {
		const bad = addresses.find((address) => address);
		if (bad) notes.add("droppedLink", bad);
		return null;
	}
	const title = text && find(text, (element) => element.name === "strong");
	const description = text && find(text, (element) => element.name === "em");
	const loose = card.children.filter((child) => typeof child === "string").join(" ");
	const draft: DraftOf<"linkCard"> = {
		type: "linkCard",
		url,
		title: title ? lineOf(title) : "",
		description: description ? lineOf(description) : "",
		site: `${text ? siteOf(text) : ""} ${loose}`.replace(/\s+/g, " ").trim(),
	};
	const image = anchors.find((anchor) => hasClass(anchor, "mixtapeImage"));
	const thumbnail = backgroundAddress(image?.attributes["style"]);
	if (thumbnail) draft.thumbnailUrl = thumbnail;
	return draft;
}
