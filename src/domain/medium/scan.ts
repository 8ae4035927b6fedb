/**
 * Reads markup as Medium writes it, which is far quicker than reading any markup there can be: tags in lower case,
 * attributes in double quotes, no comments. Everything else is left to the tokenizer.
 */
import { decodeHTMLAttribute } from "entities";
import type { Attributes, TreeBuilder } from "./tree-builder.ts";

const TAB = 0x09;
const LINE_FEED = 0x0a;
const SPACE = 0x20;
const EXCLAMATION_MARK = 0x21;
const DOUBLE_QUOTE = 0x22;
const DASH = 0x2d;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const GREATER = 0x3e;

const isLetter = (code: number) => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
const isSpace = (code: number) => code === SPACE || code === LINE_FEED || code === TAB;

/** What is between their tags is text whatever it looks like. */
const RAW = new Set(["style", "script", "title", "iframe"]);
/** They have rules of their own. */
const SPECIAL = new Set("svg math form textarea xmp noembed noframes plaintext image".split(" "));
const DOCTYPE = /^<!doctype html>/i;

/** Medium's usual names by length and first letter: a known name needs no string of its own. */
const KNOWN: (string | undefined)[] = [];
const slotOf = (length: number, first: number) => (length << 5) | (first & 0x1f);
for (const name of (
	"p a br li ul ol em img pre div h1 h3 h4 strong code span figure figcaption blockquote section iframe " +
	"name id class href src rel target style data-href data-field data-image-id data-width data-height"
).split(" "))
	KNOWN[slotOf(name.length, name.charCodeAt(0))] = name;

const NO_ATTRIBUTES: Attributes = {};

class Scanner {
	readonly #html: string;
	readonly #tree: TreeBuilder;
	#at: number;

	constructor(html: string, tree: TreeBuilder) {
		this.#html = html;
		this.#tree = tree;
		this.#at = DOCTYPE.exec(html)?.[0].length ?? 0;
	}

	run(): boolean {
		const html = this.#html;
		while (this.#at < html.length) {
			const tag = html.indexOf("<", this.#at);
			const end = tag < 0 ? html.length : tag;
			if (end > this.#at) this.#tree.text(html.slice(this.#at, end));
			this.#at = end;
			if (tag >= 0 && !this.#tag()) return false;
		}
		return true;
	}

	#tag(): boolean {
		const next = this.#html.charCodeAt(this.#at + 1);
		if (next === SLASH) return this.#closingTag();
		return next !== EXCLAMATION_MARK && this.#openingTag();
	}

	#closingTag(): boolean {
		const start = this.#at + 2;
		const end = this.#nameEnd(start);
		if (end === start || this.#html.charCodeAt(end) !== GREATER) return false;
		const name = this.#name(start, end);
		if (SPECIAL.has(name)) return false;
		this.#tree.close(name);
		this.#at = end + 1;
		return true;
	}

	#openingTag(): boolean {
		const start = this.#at + 1;
		const end = this.#nameEnd(start);
		if (end === start) return false;
		const name = this.#name(start, end);
		if (SPECIAL.has(name)) return false;
		this.#at = end;
		const attributes = this.#usualAttributes() ?? this.#attributes();
		if (attributes === null) return false;
		this.#tree.open(name, attributes);
		return !RAW.has(name) || this.#rawText(name);
	}

	/** What two thirds of all tags have: nothing, a class, or name, id and class. `null` for anything else. */
	#usualAttributes(): Attributes | null {
		const html = this.#html;
		const start = this.#at;
		if (html.charCodeAt(start) === GREATER) {
			this.#at = start + 1;
			return NO_ATTRIBUTES;
		}
		const only = this.#valueAfter(' class="');
		if (only !== null) {
			if (this.#ends()) return { class: only };
		} else {
			const name = this.#valueAfter(' name="');
			const id = name === null ? null : this.#valueAfter(' id="');
			const classes = id === null ? null : this.#valueAfter(' class="');
			if (name !== null && id !== null && classes !== null && this.#ends()) return { name, id, class: classes };
		}
		this.#at = start;
		return null;
	}

	/** The value up to the next quote, when this stands before it and it holds no references. */
	#valueAfter(before: string): string | null {
		if (!this.#html.startsWith(before, this.#at)) return null;
		const start = this.#at + before.length;
		const end = this.#html.indexOf('"', start);
		if (end < 0) return null;
		const value = this.#html.slice(start, end);
		if (value.includes("&")) return null;
		this.#at = end + 1;
		return value;
	}

	#ends(): boolean {
		if (this.#html.charCodeAt(this.#at) !== GREATER) return false;
		this.#at += 1;
		return true;
	}

	/** Reads up to and with the `>`. `null` for what is left to the tokenizer. */
	#attributes(): Attributes | null {
		const attributes: Record<string, string> = {};
		const html = this.#html;
		let at = this.#at;
		for (;;) {
			let code = html.charCodeAt(at);
			while (isSpace(code)) code = html.charCodeAt(++at);
			if (code === SLASH) code = html.charCodeAt(++at);
			if (code === GREATER) break;
			if (!isLetter(code)) return null;
			const nameEnd = this.#nameEnd(at);
			const name = this.#name(at, nameEnd);
			let value = "";
			at = nameEnd;
			if (html.charCodeAt(at) === EQUALS) {
				const end = html.charCodeAt(at + 1) === DOUBLE_QUOTE ? html.indexOf('"', at + 2) : -1;
				if (end < 0) return null;
				value = html.slice(at + 2, end);
				if (value.includes("&")) value = decodeHTMLAttribute(value);
				at = end + 1;
			} else if (!this.#endsBareName(at)) return null;
			if (!Object.hasOwn(attributes, name)) attributes[name] = value;
		}
		this.#at = at + 1;
		return attributes;
	}

	/** After an attribute's name without a value; `a = b` is left to the tokenizer. */
	#endsBareName(from: number): boolean {
		let at = from;
		while (isSpace(this.#html.charCodeAt(at))) at += 1;
		const code = this.#html.charCodeAt(at);
		return code === GREATER || code === SLASH || (at > from && isLetter(code));
	}

	#name(start: number, end: number): string {
		const known = KNOWN[slotOf(end - start, this.#html.charCodeAt(start))];
		return known !== undefined && this.#html.startsWith(known, start) ? known : this.#html.slice(start, end);
	}

	/** Behind a name of letters, digits and dashes that begins with a letter; `start` when there is none. */
	#nameEnd(start: number): number {
		const html = this.#html;
		let at = start;
		let code = html.charCodeAt(at);
		if (!isLetter(code)) return start;
		do code = html.charCodeAt(++at);
		while (isLetter(code) || isDigit(code) || code === DASH);
		return at;
	}

	#rawText(name: string): boolean {
		const end = this.#html.indexOf("<", this.#at);
		if (end < 0 || !this.#html.startsWith(`</${name}>`, end)) return false;
		if (end > this.#at) this.#tree.text(this.#html.slice(this.#at, end));
		this.#at = end;
		return true;
	}
}

/**
 * Reads a whole text into the tree.
 * @returns `false` when it met what it does not know; the tree is of no use then
 */
export function scan(html: string, tree: TreeBuilder): boolean {
	return new Scanner(html, tree).run();
}
