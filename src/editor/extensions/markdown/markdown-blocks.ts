/** Pasted Markdown → blocks of the document model. */
import { newBlockId } from "#domain/story/create.ts";
import { ABSENT_COMMENT } from "#domain/story/export/absent.ts";
import type { Block, ListItem, StoryImage } from "#domain/story/schema.ts";
import { inlineMarkdown, markdownHref, unescaped } from "./inline.ts";

const FENCE = /^\s{0,3}(`{3,}|~{3,})\s*([\w+#.-]*)/;
const HEADING = /^\s{0,3}(#{1,6})\s+(\S.*)$/s;
const RULE = /^\s{0,3}(?:-\s*){3,}$|^\s{0,3}(?:\*\s*){3,}$|^\s{0,3}(?:_\s*){3,}$/;
const QUOTE = /^\s{0,3}>\s?(.*)$/s;
const ITEM = /^(\s*)(?:([-*+])|(\d{1,9})[.)])\s+(.*)$/s;
/** Alone in its line. A backslash at the end says that its caption follows. */
const PICTURE = /^!\[((?:[^\]\\]|\\.)*)\]\((\S+?)(?:\s+"([^"]*)")?\)(\\?)$/;
/** The line below a table's first one, without the white space around it. */
const TABLE_RULE = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$/;
/** No address goes on behind the next link's beginning: so none is looked through twice. */
const LINK = /\[[^[\]\n]+\]\(https?:\/\/[^)\s[]+\)/;

const OWN_COMMENTS: ReadonlySet<string> = new Set(["<!-- -->", ...Object.values(ABSENT_COMMENT)]);

/** Nothing, or a comment of our own export: what keeps two lists or quotes apart, or says that something had no address. */
const isBetween = (line: string) => line.trim() === "" || OWN_COMMENTS.has(line.trim().replace(/\\$/, ""));

/** What a heading says, without the marks that may close it: these stand behind a space. */
function headingText(rest: string): string {
	const text = rest.trimEnd();
	let end = text.length;
	while (text[end - 1] === "#") end -= 1;
	if (end > 0 && !/\s/.test(text[end - 1] ?? "")) return text;
	return text.slice(0, end).trimEnd() || "#";
}

/** Whether plain text is meant as Markdown: it has at least one of its blocks or closed marks. */
export function looksLikeMarkdown(text: string): boolean {
	return (
		text
			.split("\n")
			.some(
				(line) => PICTURE.test(line.trim()) || [FENCE, HEADING, QUOTE, ITEM].some((pattern) => pattern.test(line)),
			) ||
		/\*\*[^\s*][^*\n]*\*\*|`[^`\n]+`/.test(text) ||
		LINK.test(text)
	);
}

/** Whether a picture has an address of the web. */
const isShown = (picture: RegExpExecArray) => markdownHref(picture[2] ?? "")?.startsWith("http") ?? false;

const cells = (line: string) =>
	line
		.trim()
		.replace(/^\||(?<!\\)\|$/g, "")
		.split(/(?<!\\)\|/)
		// Within code too, as GitHub's tables have it.
		.map((cell) => inlineMarkdown(cell.trim().replaceAll("\\|", "|")));

/** Blocks of a Markdown text. Raw HTML in it stays text, but for the tags that our own export writes within a line. */
export function markdownBlocks(markdown: string): Block[] {
	const lines = markdown.replace(/\r\n?/g, "\n").split("\n");
	const blocks: Block[] = [];
	let at = 0;
	const line = () => lines[at] ?? "";
	const more = () => at < lines.length;

	function code(fence: RegExpExecArray): Block {
		const text: string[] = [];
		const close = fence[1] ?? "```";
		for (at += 1; more() && !line().trim().startsWith(close); at += 1) text.push(line());
		at += 1;
		const language = fence[2]?.slice(0, 40) || null;
		return {
			id: newBlockId(),
			type: "code",
			text: text.join("\n"),
			language,
			languageSource: language === null ? "none" : "writer",
		};
	}

	function quote(): Block {
		const text: string[] = [];
		for (let match = QUOTE.exec(line()); more() && match; match = QUOTE.exec(line())) {
			text.push(match[1] ?? "");
			at += 1;
		}
		// As our own export writes the two kinds apart.
		const inner = text.map((one) => QUOTE.exec(one)?.[1]);
		const isPull = inner.every((one) => one !== undefined);
		const words = (isPull ? inner : text).join("\n").trim();
		return { id: newBlockId(), type: isPull ? "pullQuote" : "quote", spans: inlineMarkdown(words) };
	}

	function list(first: RegExpExecArray): Block {
		const ordered = first[3] !== undefined;
		const items: { text: string; depth: number }[] = [];
		const indents: number[] = [];
		while (more()) {
			const match = ITEM.exec(line());
			if (!match) {
				if (!/^\s+\S/.test(line()) || items.length === 0) break;
				const last = items.at(-1);
				if (last) last.text += `\n${line().trim()}`;
				at += 1;
				continue;
			}
			const indent = (match[1] ?? "").replaceAll("\t", "    ").length;
			while (indents.length > 0 && indent < (indents.at(-1) ?? 0)) indents.pop();
			if (indents.length === 0 || indent > (indents.at(-1) ?? 0)) indents.push(indent);
			if (indents.length === 1 && (match[3] !== undefined) !== ordered) break;
			items.push({ text: match[4] ?? "", depth: Math.min(indents.length - 1, 8) });
			at += 1;
		}
		const start = Number(first[3] ?? 1);
		const read = items.map(
			({ text, depth }): ListItem => ({ spans: inlineMarkdown(isBetween(text) ? "" : text), depth }),
		);
		const block: Block = { id: newBlockId(), type: "list", ordered, items: read };
		return ordered && start !== 1 ? { ...block, start } : block;
	}

	function table(): Block {
		const rows = [cells(line())];
		for (at += 2; more() && line().includes("|"); at += 1) rows.push(cells(line()));
		return { id: newBlockId(), type: "table", rows };
	}

	/** Lines up to an empty one, or one that begins another block. */
	function lineGroup(): string {
		const text: string[] = [];
		while (more() && line().trim() !== "" && (text.length === 0 || !starts(line()))) {
			text.push(line().trim());
			at += 1;
		}
		return text.join("\n");
	}

	/** A picture, or several that follow each other by a backslash, with the caption below them. */
	function figure(first: RegExpExecArray): Block {
		const images: StoryImage[] = [];
		let picture: RegExpExecArray | null = first;
		let caption = "";
		while (picture && isShown(picture)) {
			const [, alt = "", address = "", title = "", goesOn] = picture;
			images.push({ remoteUrl: unescaped(address), alt: unescaped(alt) });
			caption ||= title;
			at += 1;
			if (!goesOn) break;
			picture = PICTURE.exec(line().trim());
			if (!picture) caption = lineGroup();
		}
		const [image] = images;
		const rest = { id: newBlockId(), caption: inlineMarkdown(caption) };
		return image && images.length === 1
			? { ...rest, type: "figure", image, layout: "column" }
			: { ...rest, type: "gallery", images };
	}

	while (more()) {
		const current = line();
		const fence = FENCE.exec(current);
		const heading = HEADING.exec(current);
		const picture = PICTURE.exec(current.trim());
		const item = ITEM.exec(current);
		if (isBetween(current)) at += 1;
		else if (fence) blocks.push(code(fence));
		else if (RULE.test(current)) {
			blocks.push({ id: newBlockId(), type: "separator" });
			at += 1;
		} else if (heading) {
			const level = (heading[1] ?? "").length > 1 ? 2 : 1;
			blocks.push({ id: newBlockId(), type: "heading", level, spans: inlineMarkdown(headingText(heading[2] ?? "")) });
			at += 1;
		} else if (QUOTE.test(current)) blocks.push(quote());
		else if (picture && isShown(picture)) blocks.push(figure(picture));
		else if (item) blocks.push(list(item));
		else if (current.includes("|") && TABLE_RULE.test((lines[at + 1] ?? "").trim())) blocks.push(table());
		else blocks.push({ id: newBlockId(), type: "paragraph", spans: inlineMarkdown(lineGroup()) });
	}
	return blocks;
}

function starts(line: string): boolean {
	return [FENCE, HEADING, RULE, QUOTE, ITEM].some((pattern) => pattern.test(line));
}

/** Plain text → paragraphs: by blank lines where there are any, else line by line. */
export function plainBlocks(text: string): Block[] {
	const clean = text.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
	const parts = /\n\s*\n/.test(clean) ? clean.split(/\n\s*\n+/) : clean.split("\n");
	return parts
		.filter((part) => part.trim() !== "")
		.map((part) => ({ id: newBlockId(), type: "paragraph", spans: [{ text: part }] }));
}
