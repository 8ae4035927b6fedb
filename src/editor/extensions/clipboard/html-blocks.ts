/**
 * HTML from anywhere → blocks of the document model. Nothing is kept but text, the model's own marks, safe
 * links and the addresses of pictures: scripts, handlers and styles have no place to survive in.
 */
import { Parser } from "htmlparser2";
import { canonicalSpans } from "#domain/story/canonical.ts";
import { newBlockId } from "#domain/story/create.ts";
import { safeHref } from "#domain/story/links.ts";
import type { Block, Link, ListItem, Span } from "#domain/story/schema.ts";

const SKIPPED = new Set(
	"script style template noscript svg math object applet head title meta link select textarea button audio video canvas".split(
		" ",
	),
);
const VOID = new Set("meta link".split(" "));
const BREAKS = new Set(
	"p div section article header footer main aside nav address form fieldset dl dt dd details summary center body".split(
		" ",
	),
);
const BOLD = new Set(["b", "strong"]);
const ITALIC = new Set(["i", "em", "cite", "dfn", "var"]);
const CODE = new Set(["code", "kbd", "samp", "tt"]);
const STRUCK = new Set(["s", "del", "strike"]);

/** Medium's class, and the one of our own HTML. */
const PULL_QUOTE = /pullquote|(?:^|\s)pull(?:\s|$)/;

type Attributes = Record<string, string>;
interface Open {
	tag: string;
	mark: Omit<Span, "text">;
}

const remote = (address: string | undefined): string | null => {
	const href = safeHref(address ?? "");
	return href?.startsWith("http") && href.length <= 4096 ? href : null;
};

const pixels = (value: string | undefined) => {
	const number = Number(value);
	return Number.isInteger(number) && number > 0 && number < 100_000 ? number : undefined;
};

function markOf(tag: string, attributes: Attributes): Omit<Span, "text"> {
	const style = attributes["style"]?.toLowerCase() ?? "";
	const mark: Omit<Span, "text"> = {};
	const weight = /font-weight:\s*(\w+)/.exec(style)?.[1];
	const light = weight === "normal" || Number(weight) < 600;
	if ((BOLD.has(tag) && !light) || weight === "bold" || Number(weight) >= 600) mark.bold = true;
	if ((ITALIC.has(tag) && !/font-style:\s*normal/.test(style)) || /font-style:\s*italic/.test(style))
		mark.italic = true;
	if (CODE.has(tag)) mark.code = true;
	if (STRUCK.has(tag) || /line-through/.test(style)) mark.strikethrough = true;
	if (tag === "a") {
		const href = safeHref(attributes["href"] ?? "");
		const link: Link | null = href === null || href.length > 4096 ? null : { href };
		if (link) mark.link = link;
	}
	return mark;
}

class Builder {
	readonly blocks: Block[] = [];
	/** Heading tags met, so that the two levels of the document are the two highest in use. */
	readonly #headings = new Map<Block, number>();
	readonly #open: Open[] = [];
	#spans: Span[] = [];
	#skip = 0;
	#quote: "quote" | "pullQuote" | null = null;
	#heading = 0;
	#lists: boolean[] = [];
	#items: ListItem[] | null = null;
	#code: { text: string; language: string | null } | null = null;
	#figure: { images: Block[]; inCaption: boolean } | null = null;
	#rows: Span[][][] | null = null;

	open(tag: string, attributes: Attributes): void {
		if (SKIPPED.has(tag)) {
			if (!VOID.has(tag)) this.#skip += 1;
			return;
		}
		if (this.#skip > 0) return;
		this.#open.push({ tag, mark: markOf(tag, attributes) });
		if (this.#code) {
			if (tag === "br") this.#code.text += "\n";
			const language = /language-([\w+#.-]{1,40})/.exec(attributes["class"] ?? "")?.[1];
			if (language) this.#code.language ??= language;
			return;
		}
		if (tag === "br") this.#spans.push({ text: "\n" });
		else if (tag === "img") this.#image(attributes);
		else if (tag === "iframe") this.#embed(attributes);
		else if (this.#rows) this.#openCell(tag);
		else this.#openBlock(tag, attributes);
	}

	#openBlock(tag: string, attributes: Attributes): void {
		const classes = attributes["class"] ?? "";
		if (/^h[1-6]$/.test(tag)) {
			this.#flush();
			this.#heading = Number(tag[1]);
		} else if (tag === "blockquote") {
			this.#flush();
			this.#quote = PULL_QUOTE.test(classes) ? "pullQuote" : "quote";
		} else if (tag === "ul" || tag === "ol") {
			this.#flush();
			this.#lists.push(tag === "ol");
			this.#items ??= [];
		} else if (tag === "pre") {
			this.#flush();
			const language = attributes["data-code-block-lang"] ?? /language-([\w+#.-]{1,40})/.exec(classes)?.[1];
			this.#code = { text: "", language: language?.slice(0, 40) || null };
		} else if (tag === "figure") {
			this.#flush();
			this.#figure = { images: [], inCaption: false };
		} else if (tag === "figcaption" && this.#figure) {
			this.#spans = [];
			this.#figure.inCaption = true;
		} else if (tag === "hr") {
			this.#flush();
			this.blocks.push({ id: newBlockId(), type: "separator" });
		} else if (tag === "table") {
			this.#flush();
			this.#rows = [];
		} else if (tag === "li" || BREAKS.has(tag)) this.#flush();
	}

	#openCell(tag: string): void {
		if (tag === "tr") this.#rows?.push([]);
		if (tag === "td" || tag === "th") this.#spans = [];
	}

	text(text: string): void {
		if (this.#skip > 0) return;
		if (this.#code) {
			this.#code.text += text;
			return;
		}
		const clean = text.replace(/[\t\n\r\f ]+/g, " ");
		const span: Span = { text: clean };
		for (const { mark } of this.#open) Object.assign(span, mark);
		if (clean !== "") this.#spans.push(span);
	}

	close(tag: string): void {
		if (SKIPPED.has(tag)) {
			if (!VOID.has(tag)) this.#skip = Math.max(0, this.#skip - 1);
			return;
		}
		if (this.#skip > 0) return;
		const index = this.#open.findLastIndex((open) => open.tag === tag);
		if (index >= 0) this.#open.splice(index, 1);
		if (tag === "pre" && this.#code) this.#endCode();
		else if (this.#code) return;
		else if (this.#rows) this.#closeCell(tag);
		else if (/^h[1-6]$/.test(tag)) {
			this.#flush();
			this.#heading = 0;
		} else if (tag === "blockquote") {
			this.#flush();
			this.#quote = null;
		} else if (tag === "ul" || tag === "ol") this.#endList();
		else if (tag === "figcaption" && this.#figure) this.#figure.inCaption = false;
		else if (tag === "figure") this.#endFigure();
		else if (tag === "li" || BREAKS.has(tag)) this.#flush();
	}

	#closeCell(tag: string): void {
		if (tag === "td" || tag === "th") {
			this.#rows?.at(-1)?.push(this.#take());
		} else if (tag === "table") {
			const rows = (this.#rows ?? []).filter((row) => row.length > 0);
			this.#rows = null;
			this.#spans = [];
			// A table of one column is layout, not data.
			if (rows.every((row) => row.length < 2))
				for (const [cell] of rows) {
					this.#spans = cell ?? [];
					this.#flush();
				}
			else this.blocks.push({ id: newBlockId(), type: "table", rows });
		}
	}

	/** The text so far, without the white space around it. */
	#take(): Span[] {
		const spans = canonicalSpans(this.#spans);
		this.#spans = [];
		for (let n = 1; n < spans.length; n += 1) {
			const before = spans[n - 1];
			const span = spans[n];
			if (before && span && /[ \n]$/.test(before.text)) span.text = span.text.replace(/^ /, "");
		}
		const [first] = spans;
		if (first) first.text = first.text.replace(/^[ \n]+/, "");
		const last = spans.at(-1);
		if (last) last.text = last.text.replace(/[ \n]+$/, "");
		for (const span of spans) span.text = span.text.replace(/ *\n */g, "\n");
		return canonicalSpans(spans);
	}

	#flush(): void {
		if (this.#figure) {
			if (!this.#figure.inCaption) this.#spans = [];
			else if (this.#spans.length > 0) this.#spans.push({ text: " " });
			return;
		}
		const spans = this.#take();
		if (spans.length === 0) return;
		const id = newBlockId();
		if (this.#items && this.#lists.length > 0) {
			this.#items.push({ spans, depth: Math.min(this.#lists.length - 1, 8) });
			return;
		}
		const block: Block = this.#quote
			? { id, type: this.#quote, spans }
			: this.#heading > 0
				? { id, type: "heading", level: 1, spans }
				: { id, type: "paragraph", spans };
		if (block.type === "heading") this.#headings.set(block, this.#heading);
		this.blocks.push(block);
	}

	#endList(): void {
		this.#flush();
		const ordered = this.#lists.pop() ?? false;
		if (this.#lists.length > 0) return;
		const items = this.#items ?? [];
		this.#items = null;
		if (items.length > 0) this.blocks.push({ id: newBlockId(), type: "list", ordered, items });
	}

	#endCode(): void {
		const code = this.#code;
		this.#code = null;
		if (!code) return;
		const text = code.text.replace(/^\n/, "").replace(/\n+$/, "");
		const languageSource = code.language ? "writer" : "none";
		this.blocks.push({ id: newBlockId(), type: "code", text, language: code.language, languageSource });
	}

	#image(attributes: Attributes): void {
		const url = remote(attributes["src"]) ?? remote(attributes["data-src"]);
		if (url === null) return;
		const image: Extract<Block, { type: "figure" }>["image"] = { remoteUrl: url, alt: attributes["alt"] ?? "" };
		const width = pixels(attributes["data-width"] ?? attributes["width"]);
		const height = pixels(attributes["data-height"] ?? attributes["height"]);
		const mediumId = attributes["data-image-id"];
		if (mediumId && mediumId.length <= 256) image.mediumId = mediumId;
		if (width) image.width = width;
		if (height) image.height = height;
		const block: Block = { id: newBlockId(), type: "figure", image, caption: [], layout: "column" };
		if (this.#figure) this.#figure.images.push(block);
		else {
			this.#flush();
			this.blocks.push(block);
		}
	}

	#embed(attributes: Attributes): void {
		const url = remote(attributes["src"]);
		if (url === null) return;
		const block: Block = { id: newBlockId(), type: "embed", url, kind: "frame", caption: [] };
		if (this.#figure) this.#figure.images.push(block);
		else {
			this.#flush();
			this.blocks.push(block);
		}
	}

	#endFigure(): void {
		const caption = this.#take();
		const images = this.#figure?.images ?? [];
		this.#figure = null;
		const last = images.at(-1);
		if (last && (last.type === "figure" || last.type === "embed")) last.caption = caption;
		// Its picture was not kept: the words are.
		else if (caption.length > 0) images.push({ id: newBlockId(), type: "paragraph", spans: caption });
		this.blocks.push(...images);
	}

	finish(): Block[] {
		if (this.#code) this.#endCode();
		if (this.#figure) this.#endFigure();
		while (this.#lists.length > 0) this.#endList();
		this.#flush();
		const highest = Math.min(...this.#headings.values());
		for (const [block, level] of this.#headings) if (block.type === "heading") block.level = level === highest ? 1 : 2;
		return this.blocks;
	}
}

/** Blocks of an HTML fragment. Pictures keep their address and are not loaded. */
export function htmlBlocks(html: string): Block[] {
	const builder = new Builder();
	const parser = new Parser(
		{
			onopentag: (tag, attributes) => builder.open(tag, attributes),
			ontext: (text) => builder.text(text),
			onclosetag: (tag) => builder.close(tag),
		},
		{ decodeEntities: true, lowerCaseTags: true },
	);
	parser.write(html);
	parser.end();
	return builder.finish();
}
