import type { StoryImage } from "../story/schema.ts";
import { storedAddress, storedWebAddress } from "./address.ts";
import type { Notes } from "./notes.ts";
import type { HtmlElement } from "./tree.ts";

const LONGEST_ID = 256;

function pixels(raw: string | undefined): number | undefined {
	const value = Math.round(Number(raw));
	return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** Medium's picture id: given, or the last part of its address on Medium's own servers. */
function pictureId(attributes: HtmlElement["attributes"], remoteUrl: string | undefined): string | undefined {
	const given = attributes["data-image-id"]?.trim();
	if (given) return given.length <= LONGEST_ID ? given : undefined;
	const match = /^https?:\/\/(?:cdn-images-\d\.medium\.com|miro\.medium\.com)\/.*\/(\d\*[^/?#]+)/.exec(remoteUrl ?? "");
	return match?.[1]?.slice(0, LONGEST_ID);
}

/**
 * A picture of a figure or gallery. The pixels stay where they are: nothing is loaded.
 * @param link address around the picture
 */
export function readPicture(image: HtmlElement, link: string | undefined, notes: Notes): StoryImage {
	const { attributes } = image;
	const width = pixels(attributes["data-width"] ?? attributes["width"]);
	const height = pixels(attributes["data-height"] ?? attributes["height"]);
	const source = attributes["src"] ?? attributes["data-src"];
	let remoteUrl =
		[source, attributes["data-external-src"]]
			.filter((address) => !address?.includes("/NaN/"))
			.map((address) => storedWebAddress(address))
			.find((address) => address !== null) ?? undefined;
	const mediumId = pictureId(attributes, remoteUrl);
	if (remoteUrl === undefined && mediumId !== undefined && /^\d\*[\w.*@-]+$/.test(mediumId))
		remoteUrl = `https://cdn-images-1.medium.com/max/${width ?? 800}/${mediumId}`;
	if (remoteUrl === undefined) notes.add("brokenPicture", source || mediumId || "");

	const picture: StoryImage = { alt: attributes["alt"] ?? "" };
	if (remoteUrl !== undefined) picture.remoteUrl = remoteUrl;
	if (mediumId !== undefined) picture.mediumId = mediumId;
	if (width !== undefined) picture.width = width;
	if (height !== undefined) picture.height = height;
	const href = storedAddress(link);
	if (href !== null) picture.href = href;
	else if (link?.trim()) notes.add("droppedLink", link.trim());
	if (attributes["data-is-featured"] === "true") picture.featured = true;
	return picture;
}
