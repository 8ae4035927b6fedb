/** Spans of the document ⇄ text, links and line breaks of the editor. */
import { $createLinkNode, $isLinkNode, type LinkNode } from "@lexical/link";
import {
	$createLineBreakNode,
	$createTextNode,
	$getState,
	$isElementNode,
	$isLineBreakNode,
	$isTextNode,
	$setState,
	type LexicalNode,
	TEXT_TYPE_TO_FORMAT,
} from "lexical";
import { canonicalSpans } from "#domain/story/canonical.ts";
import type { Link, Span } from "#domain/story/schema.ts";
import { breakFormatState, footnoteState, linkUserState } from "../nodes/states.ts";

const { bold: BOLD, italic: ITALIC, code: CODE, strikethrough: STRIKETHROUGH } = TEXT_TYPE_TO_FORMAT;

function formatOf(span: Span): number {
	return (
		(span.bold ? (BOLD ?? 0) : 0) |
		(span.italic ? (ITALIC ?? 0) : 0) |
		(span.code ? (CODE ?? 0) : 0) |
		(span.strikethrough ? (STRIKETHROUGH ?? 0) : 0)
	);
}

function spanWith(text: string, format: number, footnote: string, link: Link | undefined): Span {
	const span: Span = { text };
	if (format & (BOLD ?? 0)) span.bold = true;
	if (format & (ITALIC ?? 0)) span.italic = true;
	if (format & (CODE ?? 0)) span.code = true;
	if (format & (STRIKETHROUGH ?? 0)) span.strikethrough = true;
	if (link) span.link = link;
	if (footnote !== "") span.footnote = footnote;
	return span;
}

function $textNodes(span: Span): LexicalNode[] {
	const nodes: LexicalNode[] = [];
	const format = formatOf(span);
	span.text.split("\n").forEach((line, index) => {
		if (index > 0) {
			const lineBreak = $setState($createLineBreakNode(), breakFormatState, format);
			if (span.footnote) $setState(lineBreak, footnoteState, span.footnote);
			nodes.push(lineBreak);
		}
		if (line === "") return;
		const node = $createTextNode(line).setFormat(format);
		// A reference is one piece: typing beside it never becomes part of it.
		if (span.footnote) $setState(node, footnoteState, span.footnote).setMode("token");
		nodes.push(node);
	});
	return nodes;
}

export function $createStoryLink(link: Link): LinkNode {
	const node = $createLinkNode(link.href);
	if (link.userId) $setState(node, linkUserState, link.userId);
	return node;
}

/** Nodes of a block's or caption's text. */
export function $inlineNodes(spans: readonly Span[]): LexicalNode[] {
	const nodes: LexicalNode[] = [];
	let link: { node: LinkNode; href: string; userId: string | undefined } | null = null;
	for (const span of spans) {
		if (!span.link) {
			link = null;
			nodes.push(...$textNodes(span));
			continue;
		}
		if (link === null || link.href !== span.link.href || link.userId !== span.link.userId) {
			const node = $createStoryLink(span.link);
			nodes.push(node);
			link = { node, href: span.link.href, userId: span.link.userId };
		}
		link.node.append(...$textNodes(span));
	}
	return nodes;
}

/** Format a line break takes when it was typed: that of its neighbours when they agree. */
function $breakFormat(node: LexicalNode): number {
	const before = node.getPreviousSibling();
	const after = node.getNextSibling();
	if (!$isTextNode(before)) return 0;
	return !$isTextNode(after) || after.getFormat() === before.getFormat() ? before.getFormat() : 0;
}

function $collect(nodes: readonly LexicalNode[], link: Link | undefined, spans: Span[]): void {
	for (const node of nodes) {
		if ($isTextNode(node)) {
			spans.push(spanWith(node.getTextContent(), node.getFormat(), $getState(node, footnoteState), link));
		} else if ($isLineBreakNode(node)) {
			const kept = $getState(node, breakFormatState);
			spans.push(spanWith("\n", kept >= 0 ? kept : $breakFormat(node), $getState(node, footnoteState), link));
		} else if ($isLinkNode(node)) {
			const userId = $getState(node, linkUserState);
			$collect(node.getChildren(), userId === "" ? { href: node.getURL() } : { href: node.getURL(), userId }, spans);
		} else if ($isElementNode(node)) {
			$collect(node.getChildren(), link, spans);
		}
	}
}

/** Canonical spans of inline nodes. */
export function $spansOf(nodes: readonly LexicalNode[], part: Part = WHOLE): Span[] {
	const spans: Span[] = [];
	$collect(nodes, undefined, spans);
	return canonicalSpans(part === WHOLE ? spans : slice(spans, part));
}

/** A part of a text, in UTF-16 units of what its nodes hold; a line break is one. */
export interface Part {
	from: number;
	to: number;
}

export const WHOLE: Part = { from: 0, to: Number.POSITIVE_INFINITY };

function slice(spans: readonly Span[], { from, to }: Part): Span[] {
	let at = 0;
	return spans.flatMap((span) => {
		const start = at;
		at += span.text.length;
		const text = span.text.slice(Math.max(0, from - start), Math.max(0, to - start));
		return text === "" ? [] : [{ ...span, text }];
	});
}
