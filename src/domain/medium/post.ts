/** One post file of a Medium export as a story document and what the file says about it. */
import type { StoryDocument } from "../story/schema.ts";
import { assembleDocument } from "./document.ts";
import { parsePostFileName } from "./file-name.ts";
import { readGrafs } from "./grafs.ts";
import { type PostMetadata, readMetadata } from "./metadata.ts";
import { type MediumNote, Notes } from "./notes.ts";
import { guessKind, type KindReason } from "./response.ts";
import { find, findAll, type HtmlElement, type HtmlNode, hasClass, lineOf, parseHtml, without } from "./tree.ts";

export interface MediumPost extends Omit<PostMetadata, "mediumId"> {
	/** The only reliable join key; `null` when neither content nor name states one. */
	mediumId: string | null;
	kind: "story" | "response";
	kindReason: KindReason;
	stage: "draft" | "published";
	slug: string;
	document: StoryDocument;
	notes: MediumNote[];
}

/** Thrown for a file that is no post of a Medium export. */
export class NotAPostError extends Error {
	override readonly name = "NotAPostError";
	readonly reason: "empty" | "foreign";
	constructor(reason: "empty" | "foreign") {
		super(reason === "empty" ? "The file is empty" : "The file is no story of a Medium export");
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
	return /Exported from Medium\b/.test(lineOf(element)) || find(element, isSignature) !== undefined;
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

const isPicture = ({ name }: HtmlElement) => name === "img" || name === "iframe" || name === "figure";

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
	const root = parseHtml(html);
	const bodySection = bodyOf(root);
	const own = bodySection ?? articleBody(root);
	if (!own) throw new NotAPostError("foreign");
	const found = bodySection ? withTextBehind(root, bodySection) : own;
	// A tag that was never closed swallows what follows: the file's own footer is not the story's text.
	const swallowed = findAll(found, isFileFooter).at(-1);
	const body = swallowed ? without(found, swallowed) : found;
	const notes = new Notes();
	const document = assembleDocument(readGrafs(body, notes));
	const metadata = readMetadata(bodySection && !swallowed ? without(root, bodySection) : root);
	const name = parsePostFileName(fileName);
	const mediumId = metadata.mediumId ?? name?.mediumId ?? null;
	if (name && mediumId !== name.mediumId) notes.add("nameMismatch", name.mediumId);
	const publishedAt = metadata.publishedAt ?? (name?.date ? `${name.date}T00:00:00.000Z` : null);
	const draft = name?.draft ?? publishedAt === null;
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
		notes: notes.list(),
	};
}
