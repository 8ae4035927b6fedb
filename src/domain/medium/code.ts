import type { DraftOf, Piece } from "./piece.ts";
import { namesOf } from "./piece.ts";
import { type HtmlElement, type HtmlNode, hasClass } from "./tree.ts";

const LONGEST_LANGUAGE = 40;

/** Characters as they are, `<br>` as the line end; highlighting and automatic links leave only their text. */
function codeText(node: HtmlNode): string {
	if (typeof node === "string") return node;
	if (node.name === "br") return "\n";
	return node.children.map(codeText).join("");
}

/**
 * One `<pre>`. Since 2022 it is a whole block with a language; before, Medium wrote one `<pre>` a line,
 * and those are joined with their neighbours.
 */
export function readCode(pre: HtmlElement): Piece {
	const whole = hasClass(pre, "graf--preV2") || pre.attributes["data-code-block-mode"] !== undefined;
	const language = pre.attributes["data-code-block-lang"]?.trim().slice(0, LONGEST_LANGUAGE) || null;
	const chosen = pre.attributes["data-code-block-mode"] === "2";
	const draft: DraftOf<"code"> = {
		type: "code",
		text: codeText(pre).replace(/\r\n?/g, "\n"),
		language,
		languageSource: language === null ? "none" : chosen ? "writer" : "detected",
	};
	// A line end that closes an old line shows nothing; an empty line is one `<br>`.
	if (!whole) draft.text = draft.text.replace(/\n$/, "");
	return whole ? { draft, names: namesOf(pre.attributes) } : { draft, names: namesOf(pre.attributes), join: "line" };
}
