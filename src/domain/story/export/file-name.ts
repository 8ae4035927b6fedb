/** Names for exported files that every operating system accepts. */

const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;
/** Names Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** File systems take 255 bytes; the rest is for a number and an extension. */
const LONGEST_BYTES = 120;

/** What a file is called whose story has no name. */
export const UNTITLED = "Untitled";

const encoder = new TextEncoder();

/** A file name without extension, made of a title; never empty, never hidden, never reserved. */
export function safeFileName(title: string): string {
	const words = title.toWellFormed().normalize("NFC").replace(FORBIDDEN, " ").replace(/\s+/g, " ").trim();
	let name = "";
	for (const { segment } of new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(words)) {
		if (encoder.encode(name + segment).length > LONGEST_BYTES) break;
		name += segment;
	}
	name = name.replace(/^[.\s~-]+|[.\s]+$/g, "");
	if (name === "") return UNTITLED;
	return RESERVED.test(name.split(".")[0] ?? "") ? `${name.replace(/^[^.]*/, "$&_")}` : name;
}
