/** One post file of a Medium export as a story document and what the file says about it. */
import type { Block, StoryDocument } from "../story/schema.ts";
import { blockTextParts } from "../story/text.ts";
import { assembleDocument } from "./document.ts";
import { parsePostFileName } from "./file-name.ts";
import { readGrafs } from "./grafs.ts";
import { type PostMetadata, readMetadata } from "./metadata.ts";
import { type MediumNote, Notes } from "./notes.ts";
import { guessKind, type KindReason } from "./response.ts";
import { withoutSwallowing } from "./swallowed.ts";
import { find, findAll, type HtmlElement, type HtmlNode, hasClass, lineOf, parseHtml, without } from "./tree.ts";

export interface MediumPost extends Omit<PostMetadata, "mediumId"> {
	/** The only reliable join key; `null` when neither content nor name states one. */
	mediumId: string | null;
	kind: "story" | "response";
	kindReason: KindReason;
	stage: "draft" | "published";
	slug: string;
	document: StoryDocument;
	/** The file ends before its story does: the document is what is left of it. */
	isCut: boolean;
	notes: MediumNote[];
}

const NO_POST = {
	empty: "The file is empty",
	foreign: "The file is no story of a Medium export",
	cutShort: "The file ends before its text",
};

/** Thrown for a file that is no post of a Medium export, or no longer one. */
export class NotAPostError extends Error {
	override readonly name = "NotAPostError";
	readonly reason: keyof typeof NO_POST;
	constructor(reason: keyof typeof NO_POST) {
		super(NO_POST[reason]);
		this.reason = reason;
	}
}

function bodyOf(root: HtmlElement): HtmlElement | undefined {
	return (
		find(root, (element) => element.attributes["data-field"] === "body" && element.name === "section") ??
		find(root, (element) => hasClass(element, "e-content"))
	);
}

const isSignature = (element: HtmlElement) =>
	["p-author", "p-canonical", "dt-published"].some((name) => hasClass(element, name));

/** Medium's lines under a story, also where the writer took some of them out. */
function isFileFooter(element: HtmlElement): boolean {
	if (element.name !== "footer") return false;
	return (
		/Exported from Medium\b|^(?:By|View original)\b/.test(lineOf(element)) || find(element, isSignature) !== undefined
	);
}

/** An article without a body section: everything between header and footer. */
function articleBody(root: HtmlElement): HtmlElement | undefined {
	const article = find(root, (element) => element.name === "article" && hasClass(element, "h-entry"));
	if (!article) return undefined;
	const children = article.children.filter(
		(child) =>
			typeof child === "string" || (!["header", "footer"].includes(child.name) && !hasClass(child, "p-summary")),
	);
	return { ...article, children };
}

/** What comes after an element in the file, up to the file's footer. `null` when the element is not below `root`. */
function behind(root: HtmlElement, element: HtmlElement): HtmlNode[] | null {
	for (const [at, child] of root.children.entries()) {
		if (typeof child === "string") continue;
		const inside = child === element ? [] : behind(child, element);
		if (inside === null) continue;
		const rest = root.children.slice(at + 1);
		const end = rest.findIndex((node) => typeof node !== "string" && isFileFooter(node));
		return [...inside, ...(end < 0 ? rest : rest.slice(0, end))];
	}
	return null;
}

/** A closing tag too many ends the body early: what was written behind it belongs to the story all the same. */
function withTextBehind(root: HtmlElement, body: HtmlElement): HtmlElement {
	const rest = behind(root, body) ?? [];
	const isContent = (node: HtmlNode) =>
		lineOf(node) !== "" || (typeof node !== "string" && findAll({ ...body, children: [node] }, isPicture).length > 0);
	return rest.some(isContent) ? { ...body, children: [...body.children, ...rest] } : body;
}

/** Blocks that say something without a word. */
const WITHOUT_TEXT: ReadonlySet<Block["type"]> = new Set(["figure", "gallery", "embed", "linkCard"]);

const isPicture = ({ name }: HtmlElement) => name === "img" || name === "iframe" || name === "figure";

/** Whether the file ends before the lines under the story do. Whatever of this stands in a text is written as `&lt;`. */
function isCutShort(html: string): boolean {
	return !html.trimEnd().endsWith("</html>") && !/<\/(?:html|body|article|footer)\s*>/i.test(html);
}

function isBlank(document: StoryDocument): boolean {
	return !document.blocks.some(
		(block) => WITHOUT_TEXT.has(block.type) || blockTextParts(block).some((text) => text.trim() !== ""),
	);
}

/**
 * @param fileName last part of the path, e.g. `2022-06-11_Title-0123456789ab.html`
 * @param isPaid whether a Partner Program page lists this Medium id
 * @throws {NotAPostError}
 */
export function parseMediumPost(
	html: string,
	fileName: string,
	isPaid: (mediumId: string) => boolean = () => false,
): MediumPost {
	if (html.trim() === "") throw new NotAPostError("empty");
	const notes = new Notes();
	const root = parseHtml(html, (source) => {
		const mended = withoutSwallowing(source);
		for (const tag of mended.tags) notes.add("openTag", tag);
		return mended.html;
	});
	const isCut = isCutShort(html);
	const name = parsePostFileName(fileName);
	const bodySection = bodyOf(root);
	const own = bodySection ?? articleBody(root);
	if (!own) throw new NotAPostError(isCut && name ? "cutShort" : "foreign");
	const found = bodySection ? withTextBehind(root, bodySection) : own;
	// A tag that was never closed swallows what follows: the file's own footer is not the story's text.
	const swallowed = findAll(found, isFileFooter).at(-1);
	const body = swallowed ? without(found, swallowed) : found;
	const document = assembleDocument(readGrafs(body, notes));
	const blank = isBlank(document);
	if (isCut && blank) throw new NotAPostError("cutShort");
	if (isCut) notes.add("cutShort");
	const metadata = readMetadata(bodySection && !swallowed ? without(root, bodySection) : root);
	const mediumId = metadata.mediumId ?? name?.mediumId ?? null;
	if (name && mediumId !== name.mediumId) notes.add("nameMismatch", name.mediumId);
	const publishedAt = metadata.publishedAt ?? (name?.date ? `${name.date}T00:00:00.000Z` : null);
	const draft = name?.draft ?? publishedAt === null;
	if (blank && !draft) notes.add("noText");
	const { kind, reason } = guessKind(document, {
		draft,
		paid: mediumId !== null && isPaid(mediumId),
		previewTitle: metadata.previewTitle,
	});
	return {
		...metadata,
		mediumId,
		kind,
		kindReason: reason,
		stage: draft ? "draft" : "published",
		publishedAt: draft ? null : publishedAt,
		slug: name?.slug ?? "",
		document,
		isCut,
		notes: notes.list(),
	};
}
