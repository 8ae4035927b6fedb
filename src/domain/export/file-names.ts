/** File names that every system accepts. */

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Leaves room for an extension and a number below the 255 bytes most file systems allow. */
const MAX_BYTES = 120;

/** A readable name from a title: letters and digits of any script, dashes between. */
export function fileStem(title: string, fallback: string): string {
	let stem = "";
	const words = title
		.normalize("NFC")
		.toWellFormed()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
		.replace(/^-+|-+$/g, "");
	let bytes = 0;
	for (const character of words) {
		bytes += new TextEncoder().encode(character).length;
		if (bytes > MAX_BYTES) break;
		stem += character;
	}
	stem = stem.replace(/-+$/, "");
	return stem === "" || RESERVED.test(stem) ? `${stem}${stem ? "-" : ""}${fallback}` : stem;
}

/** Hands out names, each once, also on systems that do not tell upper from lower case. */
export class UniqueNames {
	readonly #taken = new Set<string>();

	/** `stem.extension`, or `stem-2.extension` and so on when it is taken. */
	take(stem: string, extension: string): string {
		for (let n = 1; ; n += 1) {
			const name = n === 1 ? `${stem}.${extension}` : `${stem}-${n}.${extension}`;
			const key = name.toLowerCase().normalize("NFKC");
			if (this.#taken.has(key)) continue;
			this.#taken.add(key);
			return name;
		}
	}
}
