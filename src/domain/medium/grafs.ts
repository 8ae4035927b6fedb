/** From the body's markup to a flat list of pieces, in document order. */
import type { Span } from "../story/schema.ts";
import { readCode } from "./code.ts";
import { readFigure } from "./figure.ts";
import { readInline } from "./inline.ts";
import { backgroundAddress, readLinkCard } from "./link-card.ts";
import { readList } from "./list.ts";
import type { Notes } from "./notes.ts";
import { readPicture } from "./picture.ts";
import { type Draft, namesOf, type Piece } from "./piece.ts";
import { find, type HtmlElement, type HtmlNode, hasClass, lineOf } from "./tree.ts";
import { createElement } from "./tree-builder.ts";

const BLOCK_NAMES = new Set([
	..."p h1 h2 h3 h4 h5 h6 blockquote ul ol pre figure hr table dl img iframe section article main div".split(" "),
	..."header footer aside form fieldset details summary label center nav address".split(" "),
]);
const CONTAINERS = new Set(
	"div section article main center header footer aside details form fieldset nav body html".split(" "),
);

const TEXTS = new Set("p h1 h2 h3 h4 h5 h6 blockquote li".split(" "));

/** What the walk has seen so far: a story has one title, one subtitle, one kicker. */
interface State {
	notes: Notes;
	seen: Set<"title" | "subtitle" | "kicker">;
	sections: number;
}

/** Reads the body of a post. */
export function readGrafs(body: HtmlElement, notes: Notes): Piece[] {
	return readContainer(body, { notes, seen: new Set(), sections: 0 });
}

function readContainer(element: HtmlElement, state: State): Piece[] {
	const pieces: Piece[] = [];
	let loose: HtmlNode[] = [];
	const flush = () => {
		if (loose.length === 0) return;
		const { spans, hoisted } = readInline(loose, state.notes);
		loose = [];
		if (spans.some((span) => span.text.trim() !== "")) {
			state.notes.add("unknownBlock", "text");
			pieces.push({ draft: { type: "paragraph", spans }, names: [] });
		}
		pieces.push(...hoisted.flatMap((node) => readElement(node, state)));
	};
	for (const child of element.children) {
		if (typeof child === "string" || !isBlock(child)) {
			loose.push(child);
			continue;
		}
		flush();
		pieces.push(...readElement(child, state));
	}
	flush();
	return pieces;
}

function isBlock(element: HtmlElement): boolean {
	return BLOCK_NAMES.has(element.name) || hasClass(element, "graf") || element.children.some(holdsBlock);
}

function holdsBlock(node: HtmlNode): boolean {
	return typeof node !== "string" && (BLOCK_NAMES.has(node.name) || node.children.some(holdsBlock));
}

function readElement(element: HtmlElement, state: State): Piece[] {
	const { notes } = state;
	switch (element.name) {
		case "pre":
			return [readCode(element)];
		case "figure":
			// Figures inside a figure: a tag was not closed.
			if (find(element, ({ name }) => name === "figure")) return readContainer(element, state);
			return readFigure(element, notes);
		case "ul":
		case "ol":
			return readList(element, notes, (inner) => readElement(inner, state));
		case "hr":
			return hasClass(element, "section-divider") ? [] : [{ draft: { type: "separator" }, names: [] }];
		case "img":
			return [
				{
					draft: { type: "figure", image: readPicture(element, undefined, notes), caption: [], layout: "column" },
					names: [],
				},
			];
		case "iframe":
		case "object":
		case "embed":
		case "video":
		case "audio":
			return readFigure(createElement("figure", {}, [element]), notes);
		default:
			break;
	}
	if (hasClass(element, "graf--mixtapeEmbed")) {
		const draft = readLinkCard(element, notes);
		if (draft) return [{ draft, names: namesOf(element.attributes) }];
		return textPieces(element, state);
	}
	if (element.name === "section" && hasClass(element, "section")) return readSection(element, state);
	const container = CONTAINERS.has(element.name) && !hasClass(element, "graf");
	if (container || (!isText(element) && element.children.some(holdsBlock))) {
		const background = sectionBackground(element, notes);
		return [...background, ...readContainer(element, state)];
	}
	return textPieces(element, state);
}

function isText(element: HtmlElement): boolean {
	return TEXTS.has(element.name);
}

/** Every section opens with a rule, the first one too: N sections have N − 1 real separators. */
function readSection(section: HtmlElement, state: State): Piece[] {
	state.sections += 1;
	const separator: Piece[] = state.sections > 1 ? [{ draft: { type: "separator" }, names: [] }] : [];
	return [...separator, ...sectionBackground(section, state.notes), ...readContainer(section, state)];
}

/** Covers of Medium's old "Series" and of full-width sections. */
function sectionBackground(element: HtmlElement, notes: Notes): Piece[] {
	const remoteUrl = backgroundAddress(element.attributes["style"]);
	if (remoteUrl === undefined) return [];
	notes.add("sectionBackground");
	return [
		{
			draft: { type: "figure", image: { remoteUrl, alt: "" }, caption: [], layout: "fullWidth" },
			names: [],
		},
	];
}

function textPieces(element: HtmlElement, state: State): Piece[] {
	const { notes } = state;
	const names = namesOf(element.attributes);
	const { style, "data-align": align } = element.attributes;
	if (align || (style !== undefined && /text-align/i.test(style))) notes.add("alignment", align ?? "");
	const { spans, dropCap, hoisted } = readInline(element.children, notes);
	const draft = textDraft(element, spans, dropCap, state);
	const pieces: Piece[] = draft ? [{ draft, names }] : [];
	return hoisted.length === 0 ? pieces : [...pieces, ...hoisted.flatMap((node) => readElement(node, state))];
}

/** Which block a text element is; `null` for an empty one that only makes space. */
function textDraft(element: HtmlElement, spans: Span[], dropCap: boolean, state: State): Draft | null {
	const { notes, seen } = state;
	const empty = !spans.some((span) => span.text.trim() !== "");
	const role = roleOf(element);
	if (role !== null) {
		if (!seen.has(role)) {
			if (empty && role !== "title") return null;
			seen.add(role);
			return { type: role, spans: empty ? [] : spans };
		}
		if (role === "title") notes.add("secondTitle", lineOf(element));
	}
	if (empty) return null;
	switch (element.name) {
		case "h1":
		case "h2":
		case "h3":
			return { type: "heading", level: 1, spans };
		case "h4":
		case "h5":
		case "h6":
			return { type: "heading", level: 2, spans };
		case "blockquote":
			return { type: hasClass(element, "graf--pullquote") ? "pullQuote" : "quote", spans };
		case "p":
			return dropCap ? { type: "paragraph", spans, dropCap: true } : { type: "paragraph", spans };
		default:
			if (!hasClass(element, "graf--sectionCaption")) notes.add("unknownBlock", element.name);
			return { type: "paragraph", spans };
	}
}

/** Posts of 2013 and 2014 name the title and subtitle grafs instead of classing them. */
function roleOf(element: HtmlElement): "title" | "subtitle" | "kicker" | null {
	if (hasClass(element, "graf--title")) return "title";
	if (hasClass(element, "graf--subtitle")) return "subtitle";
	if (hasClass(element, "graf--kicker")) return "kicker";
	const name = element.attributes["name"];
	return (name === "title" || name === "subtitle") && /^h[1-4]$/.test(element.name) ? name : null;
}
