/** Matches in a search result's text arrive between these two private-use characters. */
const PARTS = /\uE000([^\uE001]*)\uE001/gu;

/** The text around a match, matches marked. */
export function Snippet({ text }: { text: string }) {
	const parts: { text: string; marked: boolean; at: number }[] = [];
	let from = 0;
	for (const match of text.matchAll(PARTS)) {
		parts.push({ text: text.slice(from, match.index), marked: false, at: from });
		parts.push({ text: match[1] ?? "", marked: true, at: match.index });
		from = match.index + match[0].length;
	}
	parts.push({ text: text.slice(from), marked: false, at: from });
	return parts.map((part) => (part.marked ? <mark key={part.at}>{part.text}</mark> : part.text));
}
