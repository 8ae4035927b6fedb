/** What the writer should know about a file that came in. */

/**
 * - `unknownBlock`: markup Medium does not use; its text became a paragraph. `detail`: tag name.
 * - `droppedLink`: a link that may not be opened; its text is kept. `detail`: the address.
 * - `emptyLink`: a link around nothing, which no reader could see. `detail`: the address.
 * - `lostEmbed`: the export holds an empty figure where an embed was.
 * - `refusedEmbed`: an embed whose address may not be opened. `detail`: the address.
 * - `droppedScript`: a script that was no gist or tweet.
 * - `alignment`: aligned text; Inkhour aligns everything left.
 * - `brokenPicture`: a picture without a usable address. `detail`: its address or id.
 * - `sectionBackground`: a picture behind a section became a figure.
 * - `secondTitle`: a further title became a heading.
 * - `openTag`: a tag that would have hidden the text behind it. `detail`: the tag.
 * - `cutShort`: the file ends before the story does.
 * - `noText`: a published story without a word or picture.
 * - `nameMismatch`: file name and content name different stories. `detail`: id in the name.
 */
export type MediumNoteCode =
	| "unknownBlock"
	| "droppedLink"
	| "emptyLink"
	| "lostEmbed"
	| "refusedEmbed"
	| "droppedScript"
	| "alignment"
	| "brokenPicture"
	| "sectionBackground"
	| "secondTitle"
	| "openTag"
	| "cutShort"
	| "noText"
	| "nameMismatch";

export interface MediumNote {
	code: MediumNoteCode;
	detail: string;
	/** How often. */
	count: number;
}

const DETAIL_LENGTH = 200;

/** Collects notes, counting repeats. */
export class Notes {
	readonly #notes = new Map<string, MediumNote>();

	add(code: MediumNoteCode, detail = ""): void {
		const short = detail.slice(0, DETAIL_LENGTH).toWellFormed();
		const key = `${code} ${short}`;
		const known = this.#notes.get(key);
		if (known) known.count += 1;
		else this.#notes.set(key, { code, detail: short, count: 1 });
	}

	list(): MediumNote[] {
		return [...this.#notes.values()];
	}
}
