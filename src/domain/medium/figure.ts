/** Figures: pictures, galleries, embeds, and empty ones whose embed the export lost. */
import type { FigureLayout, Span } from "../story/schema.ts";
import { storedWebAddress } from "./address.ts";
import { readInline } from "./inline.ts";
import type { Notes } from "./notes.ts";
import { readPicture } from "./picture.ts";
import { type Draft, type DraftOf, namesOf, type Piece } from "./piece.ts";
import { find, findAll, type HtmlElement, type HtmlNode, hasClass, lineOf } from "./tree.ts";

function layoutOf(figure: HtmlElement): FigureLayout {
	if (hasClass(figure, "graf--layoutFillWidth")) return "fullWidth";
	if (hasClass(figure, "graf--layoutOutsetLeft")) return "outsetLeft";
	if (hasClass(figure, "graf--layoutOutsetCenter")) return "outset";
	return "column";
}

/** The page that an Embedly frame shows. */
function embeddedPage(frame: string): string | null {
	const url = URL.canParse(frame) ? new URL(frame) : null;
	if (!url?.hostname.endsWith("embedly.com")) return null;
	return storedWebAddress(url.searchParams.get("url") ?? undefined);
}

function frameEmbed(frame: HtmlElement, caption: Span[]): DraftOf<"embed"> | null {
	const { src, "data-src": dataSrc } = frame.attributes;
	const address = storedWebAddress(src) ?? storedWebAddress(dataSrc);
	if (address === null) return null;
	const page = embeddedPage(address);
	return page === null
		? { type: "embed", url: address, kind: "frame", caption }
		: { type: "embed", url: page, kind: "url", caption };
}

const GIST_SCRIPT = /^https?:\/\/gist\.github\.com\/.*\.js(?=$|[?#])/;

/** A gist's page. Medium puts `.js` behind the address the writer gave, also where that ends with `#file-…`. */
const gistPage = (script: string) => (GIST_SCRIPT.test(script) ? script.replace(/\.js(?=$|[?#])/, "") : null);

/** Gists and tweets come as scripts: only the address of what they show is kept. */
function scriptedEmbed(figure: HtmlElement, caption: Span[]): DraftOf<"embed"> | null {
	const tweet = find(figure, (element) => element.name === "blockquote" && hasClass(element, "twitter-tweet"));
	if (tweet) {
		const links = findAll(tweet, (element) => element.name === "a").map((link) => link.attributes["href"]);
		const address = links.map(storedWebAddress).findLast((link) => link !== null);
		if (address) return { type: "embed", url: address, kind: "tweet", caption };
	}
	for (const script of findAll(figure, (element) => element.name === "script")) {
		const address = storedWebAddress(script.attributes["src"]);
		const gist = address === null ? null : gistPage(address);
		if (gist !== null) return { type: "embed", url: gist, kind: "gist", caption };
	}
	return null;
}

/** Text of a figure outside its caption and picture: nothing that was written may get lost. */
function looseText(figure: HtmlElement, known: ReadonlySet<HtmlNode>): HtmlNode[] {
	const kept: HtmlNode[] = [];
	for (const child of figure.children) {
		if (known.has(child)) continue;
		if (typeof child === "string") {
			if (child.trim() !== "") kept.push(child);
		} else if (child.name !== "script" && child.name !== "iframe" && lineOf(child) !== "") {
			if ([...known].some((node) => typeof node !== "string" && find(child, (element) => element === node)))
				kept.push(...looseText(child, known));
			else kept.push(child);
		}
	}
	return kept;
}

/** Captions that lie in no other caption. */
function captionsOf(element: HtmlElement): HtmlElement[] {
	return element.children.flatMap((child) => {
		if (typeof child === "string") return [];
		return child.name === "figcaption" ? [child] : captionsOf(child);
	});
}

/** Reads one figure. More than one piece comes back when it holds several pictures or loose text. */
export function readFigure(figure: HtmlElement, notes: Notes): Piece[] {
	const captions = captionsOf(figure);
	const caption: Span[] = captions.flatMap((element, at) => {
		const { spans } = readInline(element.children, notes);
		return at === 0 || spans.length === 0 ? spans : [{ text: "\n" }, ...spans];
	});
	const names = namesOf(figure.attributes);
	const pictures: { image: HtmlElement; link: string | undefined }[] = [];
	(function collect(element: HtmlElement, link: string | undefined) {
		for (const child of element.children) {
			if (typeof child === "string" || child.name === "figcaption") continue;
			if (child.name === "img") pictures.push({ image: child, link });
			else collect(child, child.name === "a" ? child.attributes["href"] : link);
		}
	})(figure, undefined);

	const pieces: Piece[] = [];
	if (pictures.length > 0) pieces.push(...picturePieces(figure, pictures, caption, names, notes));
	else pieces.push({ draft: embedDraft(figure, caption, notes), names });

	const known = new Set<HtmlNode>([...captions, ...findAll(figure, (element) => hasClass(element, "twitter-tweet"))]);
	const loose = readInline(looseText(figure, known), notes).spans;
	if (loose.some((span) => span.text.trim() !== "")) {
		notes.add("unknownBlock", "figure");
		pieces.push({ draft: { type: "paragraph", spans: loose }, names: [] });
	}
	return pieces;
}

function picturePieces(
	figure: HtmlElement,
	pictures: { image: HtmlElement; link: string | undefined }[],
	caption: Span[],
	names: string[],
	notes: Notes,
): Piece[] {
	const images = pictures.map(({ image, link }) => readPicture(image, link, notes));
	const row = hasClass(figure, "graf--layoutOutsetRow");
	const rowContinue = hasClass(figure, "graf--layoutOutsetRowContinue");
	const [first, ...more] = images;
	if (!first) return [];
	if (row || rowContinue || more.length > 0)
		return [
			{
				draft: { type: "gallery", images, caption },
				names,
				join: rowContinue ? "rowContinue" : row ? "row" : undefined,
			},
		];
	return [{ draft: { type: "figure", image: first, caption, layout: layoutOf(figure) }, names }];
}

function embedDraft(figure: HtmlElement, caption: Span[], notes: Notes): Draft {
	const frame = find(figure, (element) => element.name === "iframe");
	const embed = (frame && frameEmbed(frame, caption)) ?? scriptedEmbed(figure, caption);
	if (embed) return embed;
	for (const script of findAll(figure, (element) => element.name === "script"))
		notes.add("droppedScript", script.attributes["src"] ?? "");
	const refused = frame?.attributes["src"]?.trim();
	if (refused) notes.add("refusedEmbed", refused);
	else notes.add("lostEmbed");
	return { type: "embed", url: "", kind: "lost", caption };
}
