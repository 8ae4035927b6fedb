/** A story as one HTML page that needs nothing else: no scripts, no style sheet, every text escaped, every link checked. */
import { canonicalText } from "../canonical.ts";
import { safeHref } from "../links.ts";
import type { Block, BlockOf, Span, StoryDocument, StoryImage } from "../schema.ts";
import { storySubtitle, storyTitle } from "../text.ts";
import { ABSENT_COMMENT, absentPicture } from "./absent.ts";
import { UNTITLED } from "./file-name.ts";
import type { ExportOptions, PageOptions } from "./options.ts";

const ESCAPES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Text for an element or a quoted attribute. */
export function escapeHtml(text: string): string {
	return text.toWellFormed().replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function link(inner: string, href: string): string {
	const safe = safeHref(href);
	return safe === null ? inner : `<a href="${escapeHtml(safe)}">${inner}</a>`;
}

function inlineSpan(span: Span, footnotes: ReadonlySet<string>): string {
	let html = escapeHtml(span.text).replaceAll("\n", "<br>\n");
	if (span.code) html = `<code>${html}</code>`;
	if (span.strikethrough) html = `<s>${html}</s>`;
	if (span.italic) html = `<em>${html}</em>`;
	if (span.bold) html = `<strong>${html}</strong>`;
	if (span.footnote && footnotes.has(span.footnote))
		return `<sup><a id="ref-${span.footnote}" href="#${span.footnote}">${html}</a></sup>`;
	return span.link ? link(html, span.link.href) : html;
}

/** Where pictures are, and whether those on the network are shown or linked to. */
interface Pictures {
	source: ExportOptions["imageSource"];
	remote: "shown" | "linked";
}

function picture(image: StoryImage, { source, remote }: Pictures): string {
	const address = source(image);
	if (address === null) {
		const alt = canonicalText(image.alt).trim();
		return alt === "" ? absentPicture(image) : `<p class="absent">${escapeHtml(alt)}</p>`;
	}
	if (remote === "linked" && /^https?:/i.test(address))
		return `<p class="absent">${link(escapeHtml(canonicalText(image.alt).trim() || "Picture"), address)}</p>`;
	const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : "";
	const shown = `<img src="${escapeHtml(address)}" alt="${escapeHtml(image.alt)}"${size}>`;
	return image.href ? link(shown, image.href) : shown;
}

function list(block: BlockOf<"list">, inline: (spans: readonly Span[]) => string): string {
	const tag = block.ordered ? "ol" : "ul";
	const open = (first: boolean) =>
		first && block.ordered && (block.start ?? 1) !== 1 ? `<ol start="${block.start}">` : `<${tag}>`;
	let html = open(true);
	let depth = 0;
	for (const [at, item] of block.items.entries()) {
		const next = at === 0 ? 0 : Math.min(item.depth, depth + 1);
		if (at > 0) {
			if (next > depth) html += open(false);
			else html += `</li>${`</${tag}></li>`.repeat(depth - next)}`;
		}
		html += `<li>${inline(item.spans)}`;
		depth = next;
	}
	return `${html}</li>${`</${tag}></li>`.repeat(depth)}</${tag}>`;
}

function table(block: BlockOf<"table">, inline: (spans: readonly Span[]) => string): string {
	const [head = [], ...rows] = block.rows;
	const headCells = head.map((cell) => `<th scope="col">${inline(cell)}</th>`).join("");
	const bodyRows = rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join("")}</tr>`).join("\n");
	return `<table>\n<thead><tr>${headCells}</tr></thead>\n<tbody>${bodyRows}</tbody>\n</table>`;
}

function figure(inner: string, caption: string): string {
	// A comment alone is no figure: it would leave a gap in the page.
	if (caption === "" && /^(?:<!--[^>]*-->\s*)+$/.test(inner)) return inner;
	return `<figure>${inner}${caption === "" ? "" : `<figcaption>${caption}</figcaption>`}</figure>`;
}

function render(block: Block, pictures: Pictures, inline: (spans: readonly Span[]) => string): string {
	const id = ` id="${block.id}"`;
	switch (block.type) {
		case "kicker":
			return `<p class="kicker">${inline(block.spans)}</p>`;
		case "title":
			return `<h1${id}>${inline(block.spans)}</h1>`;
		case "subtitle":
			return `<p class="subtitle">${inline(block.spans)}</p>`;
		case "heading":
			return `<h${block.level + 1}${id}>${inline(block.spans)}</h${block.level + 1}>`;
		case "paragraph":
			return `<p${id}>${inline(block.spans)}</p>`;
		case "quote":
			return `<blockquote${id}><p>${inline(block.spans)}</p></blockquote>`;
		case "pullQuote":
			return `<blockquote${id} class="pull"><p>${inline(block.spans)}</p></blockquote>`;
		case "list":
			return list(block, inline);
		case "code": {
			const language = (block.language ?? "").replace(/[^\w+#.-]/g, "");
			return `<pre${id}><code${language === "" ? "" : ` class="language-${escapeHtml(language)}"`}>${escapeHtml(block.text)}</code></pre>`;
		}
		case "figure":
			return figure(picture(block.image, pictures), inline(block.caption));
		case "gallery":
			return figure(block.images.map((image) => picture(image, pictures)).join("\n"), inline(block.caption));
		case "embed":
			return figure(
				block.url === "" ? ABSENT_COMMENT.embed : link(escapeHtml(block.url), block.url),
				inline(block.caption),
			);
		case "linkCard": {
			const title = `<strong>${escapeHtml(block.title || block.url)}</strong>`;
			const rest = [block.description, block.site]
				.filter((text) => text !== "")
				.map((text) => `<br>${escapeHtml(text)}`);
			return `<p class="card">${link(title, block.url)}${rest.join("")}</p>`;
		}
		case "table":
			return table(block, inline);
		case "separator":
			return "<hr>";
		case "footnote":
		case "note":
			return "";
	}
}

const STYLE = `body{margin:0;background:#fff;color:#1c1c1c;font:1.15rem/1.6 Georgia,serif}
article{max-width:42rem;margin:3rem auto;padding:0 1.25rem;overflow-wrap:break-word}
h1,h2,h3,.kicker,.subtitle{font-family:system-ui,sans-serif;line-height:1.25}
.kicker{text-transform:uppercase;letter-spacing:.06em;font-size:.85rem}
.subtitle,figcaption,.absent{color:#5c5c5c}figcaption,.absent{font-size:.9rem;text-align:center}
figure{margin:2rem 0}img{max-width:100%;height:auto;display:block;margin:0 auto}
blockquote{margin:1.5rem 0;padding-left:1rem;border-left:3px solid #1c1c1c}
.pull{border:0;font-size:1.5rem;font-style:italic}.card{border:1px solid #ccc;padding:1rem}
pre{overflow:auto;padding:1rem;background:#f4f4f2}code{font:.9em ui-monospace,monospace}
table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.3rem .6rem;text-align:left}
hr{border:0;margin:2.5rem 0;text-align:center}hr::before{content:"· · ·"}
@media (prefers-color-scheme:dark){body{background:#161616;color:#e8e6e1}pre{background:#222}blockquote{border-color:#e8e6e1}
.subtitle,figcaption,.absent{color:#a9a59c}a{color:#9cc4ff}}`;

/** Blocks as HTML, one line a block, footnotes as a list at the end. Notes to self are left out. */
export function blocksToHtml(
	blocks: readonly Block[],
	imageSource: ExportOptions["imageSource"],
	remote: Pictures["remote"],
): string[] {
	const notes = blocks.filter((block) => block.type === "footnote");
	const ids = new Set(notes.map((note) => note.id));
	const inline = (spans: readonly Span[]) => spans.map((span) => inlineSpan(span, ids)).join("");
	const body = blocks
		.map((block) => render(block, { source: imageSource, remote }, inline))
		.filter((html) => html !== "");
	const noteItems = notes.map(
		(note) =>
			`<li id="${note.id}">${inline(note.spans)} <a href="#ref-${note.id}" aria-label="Back to the text">↩</a></li>`,
	);
	return [...body, ...(noteItems.length === 0 ? [] : ["<hr>", "<ol>", ...noteItems, "</ol>"])];
}

/** The story as a whole page. Notes to self are left out; links that may not be followed keep their words only. */
export function storyToHtml(document: StoryDocument, { facts, name, language, imageSource }: PageOptions): string {
	const title = storyTitle(document) || name.trim() || UNTITLED;
	const subtitle = storySubtitle(document);
	const canonical = facts.canonical === null ? null : safeHref(facts.canonical);
	const head = [
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' data: file:; style-src 'unsafe-inline'">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<meta name="inkhour" content="${escapeHtml(facts.inkhour)}">`,
		`<title>${escapeHtml(title)}</title>`,
		...(subtitle === "" ? [] : [`<meta name="description" content="${escapeHtml(subtitle)}">`]),
		...(canonical === null ? [] : [`<link rel="canonical" href="${escapeHtml(canonical)}">`]),
		`<style>${STYLE}</style>`,
	];
	const published = facts.published;
	return [
		"<!doctype html>",
		language === null ? "<html>" : `<html lang="${escapeHtml(language)}">`,
		"<head>",
		...head,
		"</head>",
		"<body>",
		"<article>",
		// A page on disk loads nothing from the network by itself.
		...blocksToHtml(document.blocks, imageSource, "linked"),
		...(published === null
			? []
			: [
					`<footer lang="en">Published on <time datetime="${escapeHtml(published)}">${escapeHtml(published.slice(0, 10))}</time></footer>`,
				]),
		"</article>",
		"</body>",
		"</html>",
		"",
	].join("\n");
}
