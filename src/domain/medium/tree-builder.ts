/** Builds the tree from tags and text, by HTML's rules for tags that close others. Every step costs the same at any depth. */
import { decodeHTML } from "entities";
import type { HtmlElement, HtmlNode } from "./tree.ts";

export type Attributes = Readonly<Record<string, string>>;

/** Deeper elements are lifted to this level: every walk over the tree may then recurse. */
const MAX_DEPTH = 200;

/** Their content is never text of a story. */
const SILENT = new Set(["script", "style", "template", "title"]);

/** Here `&amp;` is five characters. */
const RAW_TEXT = new Set(["xmp", "iframe", "noembed", "noframes", "plaintext"]);

const VOID = new Set(
	"area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
		" ",
	),
);

const list = (names: string) => new Set(names.split(" "));
const P = list("p");
const HEADINGS = list("h1 h2 h3 h4 h5 h6 p");
const FORM = list("input option optgroup select button datalist textarea");
const TABLE_PARTS = list("thead tbody");
const RUBY = list("rt rp");
const TERMS = list("dd dt");

/** Elements that the opening of another one closes, while they are the innermost. */
const CLOSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	["tr", list("tr th td")],
	["th", list("th")],
	["td", list("thead th td")],
	["body", list("head link script")],
	["a", list("a")],
	["li", list("li")],
	["option", list("option")],
	["optgroup", list("optgroup option")],
	...["h1", "h2", "h3", "h4", "h5", "h6"].map((name) => [name, HEADINGS] as const),
	...["select", "input", "output", "button", "datalist", "textarea"].map((name) => [name, FORM] as const),
	...["dd", "dt"].map((name) => [name, TERMS] as const),
	...["rt", "rp"].map((name) => [name, RUBY] as const),
	...["tbody", "tfoot"].map((name) => [name, TABLE_PARTS] as const),
	...(
		"p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre " +
		"section table ul"
	)
		.split(" ")
		.map((name) => [name, P] as const),
]);

/** In `svg` and `math` other rules hold, inside some of their elements HTML's again. */
const HTML_INSIDE = new Set(["mi", "mo", "mn", "ms", "mtext", "annotation-xml", "foreignObject", "desc", "title"]);

interface Tag {
	name: string;
	isVoid: boolean;
	isSilent: boolean;
	closes: ReadonlySet<string> | undefined;
	/** What it makes of the text inside it; `null` for no change. */
	context: "svg" | "math" | "html" | null;
	/** How many of them are open. */
	open: number;
}

function contextOf(name: string): Tag["context"] {
	if (name === "svg" || name === "math") return name;
	return HTML_INSIDE.has(name) ? "html" : null;
}

export function createElement(name: string, attributes: Attributes, children: HtmlElement["children"]): HtmlElement {
	return { name, attributes, classes: attributes["class"] ?? "", children };
}

/** What every element starts with; never added to. */
const NO_CHILDREN: HtmlNode[] = [];

/** Most elements have one child: a list made for it is a tenth of what one that was added to holds in reserve. */
function append(parent: HtmlElement, child: HtmlNode): void {
	if (parent.children.length === 0) parent.children = [child];
	else parent.children.push(child);
}

export class TreeBuilder {
	readonly root = createElement("#root", {}, NO_CHILDREN);
	/** Elements that may get children; {@link MAX_DEPTH} at most. */
	readonly #parents: HtmlElement[] = [this.root];
	/** Everything that is open, innermost last. */
	readonly #stack: Tag[] = [];
	readonly #tags = new Map<string, Tag>();
	readonly #contexts: Tag["context"][] = [];
	/** Open elements that were lifted. */
	#lifted = 0;
	/** Open elements whose text is not wanted. */
	#silent = 0;

	/** Inside `svg` or `math`. */
	get isForeign(): boolean {
		const context = this.#contexts.at(-1);
		return context === "svg" || context === "math";
	}

	/** @param name in lower case */
	open(name: string, attributes: Attributes): void {
		const tag = this.#tag(this.#nameNow(name));
		if (tag.name === "form" && tag.open > 0) return;
		if (tag.closes) {
			for (let last = this.#stack.at(-1); last && tag.closes.has(last.name); last = this.#stack.at(-1)) this.#pop();
		}
		const parent = this.#parents[this.#parents.length - 1] ?? this.root;
		const element = createElement(tag.name, attributes, NO_CHILDREN);
		append(parent, element);
		if (tag.isVoid) return;
		this.#stack.push(tag);
		tag.open += 1;
		if (tag.context) this.#contexts.push(tag.context);
		if (tag.isSilent) this.#silent += 1;
		if (this.#parents.length >= MAX_DEPTH) this.#lifted += 1;
		else this.#parents.push(element);
	}

	/** A tag like `<x/>`: what it opens it also closes, but only inside `svg` and `math`. */
	openSelfClosing(name: string, attributes: Attributes): void {
		const now = this.#nameNow(name);
		this.open(name, attributes);
		if (this.isForeign && this.#stack.at(-1)?.name === now) this.#pop();
	}

	/** @param name in lower case */
	close(name: string): void {
		const tag = this.#tags.get(this.#nameNow(name));
		if (tag && tag.open > 0) {
			while (this.#stack.at(-1) !== tag) this.#pop();
			this.#pop();
		} else if (name === "p") {
			this.open("p", {});
			this.#pop();
		} else if (name === "br") this.open("br", {});
	}

	/** @param source with its character references */
	text(source: string): void {
		if (this.#silent > 0) return;
		const parent = this.#parents[this.#parents.length - 1] ?? this.root;
		const { name, children } = parent;
		const text = source.includes("&") && !RAW_TEXT.has(name) ? decodeHTML(source) : source;
		const last = children.length - 1;
		if (typeof children[last] === "string") children[last] += text;
		else append(parent, text);
	}

	#pop(): void {
		const tag = this.#stack.pop();
		if (!tag) return;
		tag.open -= 1;
		if (tag.context) this.#contexts.pop();
		if (tag.isSilent) this.#silent -= 1;
		if (this.#lifted > 0) this.#lifted -= 1;
		else if (this.#parents.length > 1) this.#parents.pop();
	}

	/** What a tag is called where it stands. */
	#nameNow(name: string): string {
		if (name === "image") return this.isForeign ? name : "img";
		if (name !== "foreignobject") return name;
		const isSvg = this.#contexts.at(-1) === "svg" || (this.#tags.get("foreignObject")?.open ?? 0) > 0;
		return isSvg ? "foreignObject" : name;
	}

	#tag(name: string): Tag {
		let tag = this.#tags.get(name);
		if (!tag) {
			tag = {
				name,
				isVoid: VOID.has(name),
				isSilent: SILENT.has(name),
				closes: CLOSES.get(name),
				context: contextOf(name),
				open: 0,
			};
			this.#tags.set(name, tag);
		}
		return tag;
	}
}
