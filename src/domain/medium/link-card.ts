import { collapseSpace } from "../story/text.ts";
import { storedAddress, storedWebAddress } from "./address.ts";
import type { Notes } from "./notes.ts";
import type { DraftOf } from "./piece.ts";
import { findAll, type HtmlElement, type HtmlNode, hasClass, lineOf, textOf } from "./tree.ts";

/** Address inside `background-image: url(…)`. A broken one ("…/t/NaN/NaN/…") is no address. */
export function backgroundAddress(style: string | undefined): string | undefined {
	const raw = /background-image:\s*url\(\s*["']?(.*?)["']?\s*\)/i.exec(style ?? "")?.[1];
	if (!raw || raw.includes("/NaN/")) return undefined;
	return storedWebAddress(raw) ?? undefined;
}

/**
 * Splits the card's one text: the title stands before the line break, a description in italics may follow, and the
 * site's name ends it as bare text. Where the description lost its italics, the address tells where the site begins.
 */
function splitText(anchor: HtmlElement, url: string): { title: string; description: string; site: string } {
	const line = (nodes: readonly HtmlNode[]) => collapseSpace(nodes.map(textOf).join("")).trim();
	const isMark = (node: HtmlNode) => typeof node !== "string" && ["strong", "em", "b", "i"].includes(node.name);
	const at = anchor.children.findIndex((child) => typeof child !== "string" && child.name === "br");
	const strong = anchor.children.findIndex((child) => typeof child !== "string" && /^(?:strong|b)$/.test(child.name));
	const end = at >= 0 ? at : strong + 1;
	const rest = anchor.children.slice(end);
	const split = {
		title: line(anchor.children.slice(0, end)),
		description: line(rest.filter(isMark)),
		site: line(rest.filter((node) => !isMark(node))),
	};
	const host = URL.canParse(url) ? new URL(url).hostname : "";
	for (const name of [host, host.replace(/^www\./, "")])
		if (split.description === "" && name !== "" && split.site.length > name.length && split.site.endsWith(name))
			return { ...split, description: split.site.slice(0, -name.length).trim(), site: name };
	return split;
}

/** A preview card of another page, or `null` when it leads nowhere or holds more than a card can. */
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
	const { title, description, site } = text ? splitText(text, url) : { title: "", description: "", site: "" };
	const loose = card.children.filter((child) => typeof child === "string").join(" ");
	const draft: DraftOf<"linkCard"> = {
		type: "linkCard",
		url,
		title,
		description,
		site: collapseSpace(`${site} ${loose}`).trim(),
	};
	const squeeze = (value: string) => value.replace(/\s+/g, "");
	// Built in another way than Medium does: better plain text than a card that leaves some of it out.
	if (squeeze(lineOf(card)) !== squeeze(`${title}${description}${draft.site}`)) return null;
	const image = anchors.find((anchor) => hasClass(anchor, "mixtapeImage"));
	const thumbnail = backgroundAddress(image?.attributes["style"]);
	if (thumbnail) draft.thumbnailUrl = thumbnail;
	return draft;
}
