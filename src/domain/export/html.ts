import { safeHref } from "../story/links.ts";
import type { Block, BlockOf, Span, StoryDocument, StoryImage } from "../story/schema.ts";
import { storySubtitle, storyTitle } from "../story/text.ts";
import type { ExportOptions } from "./story-export.ts";

const ENTITIES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function anchor(href: string | undefined, inner: string): string {
	const safe = href === undefined ? null : safeHref(href);
	return safe === null ? inner : `<a href="${escapeHtml(safe)}">${inner}</a>`;
}

function spanHtml(span: Span): string {
	if (span.footnote) {
		const id = escapeHtml(span.footnote);
		return `<sup><a href="#${id}" id="ref-${id}">${escapeHtml(span.text)}</a></sup>`;
	}
	let html = escapeHtml(span.text).replaceAll("\n", "<br>");
	if (span.code) html = `<code>${html}</code>`;
	if (span.strikethrough) html = `<del>${html}</del>`;
	if (span.italic) html = `<em>${html}</em>`;
	if (span.bold) html = `<strong>${html}</strong>`;
	return anchor(span.link?.href, html);
}

/** Spans as HTML text: escaped, marks as elements, unsafe links as plain text. */
export function spansHtml(spans: readonly Span[]): string {
	return spans.map(spanHtml).join("");
}

/** A picture in the file beside it, else a link: an exported page loads nothing from the network by itself. */
function picture(image: StoryImage, options: ExportOptions): string {
	const local = options.localImage(image);
	const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : "";
	if (local !== null)
		return anchor(image.href, `<img src="${escapeHtml(local)}" alt="${escapeHtml(image.alt)}"${size}>`);
	const label = image.alt || image.mediumId || image.remoteUrl || "Picture";
	return `<p class="absent">${anchor(image.remoteUrl, escapeHtml(label))}</p>`;
}

function figure(body: string, caption: readonly Span[], name: string): string {
	const text = caption.length === 0 ? "" : `<figcaption>${spansHtml(caption)}</figcaption>`;
	return `<figure class="${name}">${body}${text}</figure>`;
}

function list(block: BlockOf<"list">): string {
	const tag = block.ordered ? "ol" : "ul";
	const start = block.ordered && block.start !== undefined && block.start !== 1 ? ` start="${block.start}"` : "";
	let html = `<${tag}${start}>`;
	let depth = 0;
	block.items.forEach((item, at) => {
		const target = Math.min(item.depth, at === 0 ? 0 : depth + 1);
		if (at > 0 && target <= depth) html += "</li>";
		for (; depth < target; depth += 1) html += `<${tag}>`;
		for (; depth > target; depth -= 1) html += `</${tag}></li>`;
		html += `<li>${spansHtml(item.spans)}`;
	});
	return `${html}</li>${`</${tag}></li>`.repeat(depth)}</${tag}>`;
}

function table(block: BlockOf<"table">): string {
	const [head = [], ...rest] = block.rows;
	const row = (cells: readonly (readonly Span[])[], tag: string) =>
		`<tr>${cells.map((cell) => `<${tag}>${spansHtml(cell)}</${tag}>`).join("")}</tr>`;
	return `<table><thead>${row(head, "th")}</thead><tbody>${rest.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

function blockHtml(block: Block, options: ExportOptions): string {
	const id = ` id="${escapeHtml(block.id)}"`;
	switch (block.type) {
		case "kicker":
		case "subtitle":
			return `<p class="${block.type}"${id}>${spansHtml(block.spans)}</p>`;
		case "title":
			return `<h1${id}>${spansHtml(block.spans)}</h1>`;
		case "paragraph":
			return `<p${id}>${spansHtml(block.spans)}</p>`;
		case "heading":
			return `<h${block.level + 1}${id}>${spansHtml(block.spans)}</h${block.level + 1}>`;
		case "quote":
			return `<blockquote${id}><p>${spansHtml(block.spans)}</p></blockquote>`;
		case "pullQuote":
			return `<blockquote class="pull"${id}><p>${spansHtml(block.spans)}</p></blockquote>`;
		case "list":
			return list(block);
		case "code": {
			const language = block.language ? ` class="language-${escapeHtml(block.language.replace(/\s+/g, "-"))}"` : "";
			return `<pre${id}><code${language}>${escapeHtml(block.text)}</code></pre>`;
		}
		case "figure":
			return figure(picture(block.image, options), block.caption, block.layout);
		case "gallery":
			return figure(block.images.map((image) => picture(image, options)).join(""), block.caption, "gallery");
		case "embed":
			return figure(
				block.url === ""
					? `<p class="absent">[Embed without an address]</p>`
					: `<p>${anchor(block.url, escapeHtml(block.url))}</p>`,
				block.caption,
				"embed",
			);
		case "linkCard": {
			const title = anchor(block.url, `<strong>${escapeHtml(block.title || block.url)}</strong>`);
			const rest = [block.description, block.site].filter((text) => text !== "").map(escapeHtml);
			return `<aside class="card"${id}><p>${[title, ...rest].join("<br>")}</p></aside>`;
		}
		case "table":
			return table(block);
		case "footnote":
			return `<p class="footnote"${id}>${spansHtml(block.spans)} <a href="#ref-${escapeHtml(block.id)}" aria-label="Back to the text">↩</a></p>`;
		case "separator":
			return "<hr>";
		case "note":
			return "";
	}
}

const STYLE = `body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1.125rem/1.6 Georgia,serif;color:#1d1b18;background:#fffefb}
h1,h2,h3{line-height:1.25}.subtitle{font-size:1.25rem;color:#635e56}.kicker{font-size:.875rem;color:#635e56}
figure{margin:2rem 0}img{max-width:100%;height:auto}figcaption,.footnote,.absent{font-size:.875rem;color:#635e56}
pre{overflow:auto;padding:1rem;background:#f6f3ec}blockquote{margin:1.5rem 0;padding-inline-start:1rem;border-inline-start:3px solid #1d1b18}
.pull{border:0;font-size:1.5rem;font-style:italic}.card{padding:0 1rem;border:1px solid #e4ded2}
table{border-collapse:collapse}th,td{padding:.25rem .75rem;border:1px solid #e4ded2;text-align:start}`;

/** A story as one HTML page that reads well by itself, runs nothing and loads nothing from the network. */
export function storyHtml(document: StoryDocument, options: ExportOptions): string {
	const { facts } = options;
	const canonical = facts.canonicalUrl === null ? null : safeHref(facts.canonicalUrl);
	const subtitle = storySubtitle(document);
	const head = [
		'<meta charset="utf-8">',
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(storyTitle(document))}</title>`,
		subtitle === "" ? "" : `<meta name="description" content="${escapeHtml(subtitle)}">`,
		canonical === null ? "" : `<link rel="canonical" href="${escapeHtml(canonical)}">`,
		`<style>${STYLE}</style>`,
	];
	const published = facts.publishedAt
		? `<p class="kicker"><time datetime="${escapeHtml(facts.publishedAt)}">${escapeHtml(facts.publishedAt.slice(0, 10))}</time></p>`
		: "";
	const body = document.blocks.map((block) => blockHtml(block, options)).filter((html) => html !== "");
	return `<!doctype html>\n<html>\n<head>\n${head.filter(Boolean).join("\n")}\n</head>\n<body>\n<article>\n${body.join("\n")}\n${published}\n</article>\n</body>\n</html>\n`;
}
