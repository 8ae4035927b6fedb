/** YAML front matter. Every value is a double-quoted scalar, so that no title can add a line or a key. */

/** A YAML double-quoted scalar: JSON's escapes are a subset of YAML 1.2's. */
function quoted(value: string): string {
	return JSON.stringify(value.toWellFormed()).replace(
		/[\u007F-\u009F\u2028\u2029\uFEFF]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
}

/** Front matter with its fences; entries that are `null` or empty are left out; without any there is none. */
export function frontMatter(entries: Readonly<Record<string, string | null>>): string {
	const lines = Object.entries(entries)
		.filter((entry): entry is [string, string] => entry[1] !== null && entry[1] !== "")
		.map(([key, value]) => `${key}: ${quoted(value)}`);
	return lines.length === 0 ? "" : ["---", ...lines, "---", "", ""].join("\n");
}
