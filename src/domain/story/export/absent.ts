/** Pictures and embeds of a story of which nobody knows where they are, and what an export has in their place. */
import type { StoryDocument, StoryImage } from "../schema.ts";
import { spansText } from "../text.ts";

export interface AbsentThing {
	kind: "picture" | "embed";
	/** What the story says of it, its alternative text or caption; may be empty. */
	words: string;
}

const LONGEST_WORDS = 60;

function shortened(text: string): string {
	const letters = [...text.replace(/\s+/g, " ").trim()];
	return letters.length <= LONGEST_WORDS ? letters.join("") : `${letters.slice(0, LONGEST_WORDS - 1).join("")}…`;
}

/** In the order of the story. A picture that the library should hold and does not is a missing one, and not among them. */
export function absentThings({ blocks }: StoryDocument): AbsentThing[] {
	const isAbsent = ({ assetId, remoteUrl }: StoryImage) => !assetId && !remoteUrl;
	return blocks.flatMap((block): AbsentThing[] => {
		if (block.type === "embed")
			return block.url === "" ? [{ kind: "embed", words: shortened(spansText(block.caption)) }] : [];
		const images = block.type === "figure" ? [block.image] : block.type === "gallery" ? block.images : [];
		return images.filter(isAbsent).map(({ alt }) => {
			const caption = "caption" in block ? spansText(block.caption) : "";
			return { kind: "picture", words: shortened(alt.trim() || caption) };
		});
	});
}

/** A note to whoever edits the file, which no reader sees. */
export const ABSENT_COMMENT: Readonly<Record<AbsentThing["kind"] | "missing", string>> = {
	picture: "<!-- Inkhour: a picture without an address -->",
	embed: "<!-- Inkhour: an embed without an address -->",
	missing: "<!-- Inkhour: a picture that is missing from the library -->",
};

/** What stands in a file where a picture without alternative text cannot be shown; one with it has that text there. */
export function absentPicture({ assetId }: StoryImage): string {
	return assetId ? ABSENT_COMMENT.missing : ABSENT_COMMENT.picture;
}
