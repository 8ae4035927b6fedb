/** What changed between two texts, block by block and word by word. */
import { canonicalBlock } from "./canonical.ts";
import { type BlockDifference, blockDifferences } from "./differences.ts";
import type { Block, StoryDocument } from "./schema.ts";
import { blockTextParts } from "./text.ts";

export interface ComparedText {
	text: string;
	/** Not in the other text. */
	changed: boolean;
}

/** Two blocks side by side; `null` where the other text has none. */
export interface ComparedBlocks {
	left: { type: Block["type"]; text: ComparedText[] } | null;
	right: { type: Block["type"]; text: ComparedText[] } | null;
	same: boolean;
	/** Of two blocks with the same words: what else is not the same. */
	differences: BlockDifference[];
}

/** Changes beyond which two lists are taken for wholly different: bounds the work for unrelated texts. */
const MOST_CHANGES = 1_500;

/**
 * Indices of equal items in order, by Myers' greedy algorithm ("An O(ND) Difference Algorithm", 1986).
 * Empty when the lists differ in more than {@link MOST_CHANGES} places.
 */
export function commonItems(left: readonly string[], right: readonly string[]): [number, number][] {
	let start = 0;
	while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
	let endLeft = left.length;
	let endRight = right.length;
	while (endLeft > start && endRight > start && left[endLeft - 1] === right[endRight - 1]) {
		endLeft -= 1;
		endRight -= 1;
	}
	const pairs: [number, number][] = [];
	for (let at = 0; at < start; at += 1) pairs.push([at, at]);
	for (const [a, b] of middle(left.slice(start, endLeft), right.slice(start, endRight)))
		pairs.push([start + a, start + b]);
	for (let at = 0; endLeft + at < left.length; at += 1) pairs.push([endLeft + at, endRight + at]);
	return pairs;
}

function middle(left: readonly string[], right: readonly string[]): [number, number][] {
	const most = Math.min(left.length + right.length, MOST_CHANGES);
	const furthest = new Map<number, number>([[1, 0]]);
	const history: Map<number, number>[] = [];
	const reach = (k: number) => furthest.get(k) ?? -1;
	for (let changes = 0; changes <= most; changes += 1) {
		history.push(new Map(furthest));
		for (let k = -changes; k <= changes; k += 2) {
			let x = k === -changes || (k !== changes && reach(k - 1) < reach(k + 1)) ? reach(k + 1) : reach(k - 1) + 1;
			while (x < left.length && x - k < right.length && left[x] === right[x - k]) x += 1;
			furthest.set(k, x);
			if (x >= left.length && x - k >= right.length) return trace(history, left.length, right.length);
		}
	}
	return [];
}

/** Walks the kept states back to the beginning. */
function trace(history: readonly Map<number, number>[], endLeft: number, endRight: number): [number, number][] {
	const pairs: [number, number][] = [];
	let x = endLeft;
	let y = endRight;
	for (let changes = history.length - 1; changes >= 0; changes -= 1) {
		const state = history[changes];
		const reach = (k: number) => state?.get(k) ?? -1;
		const k = x - y;
		const from = k === -changes || (k !== changes && reach(k - 1) < reach(k + 1)) ? k + 1 : k - 1;
		const fromX = reach(from);
		const fromY = fromX - from;
		while (x > Math.max(fromX, 0) && y > Math.max(fromY, 0)) {
			x -= 1;
			y -= 1;
			pairs.push([x, y]);
		}
		x = fromX;
		y = fromY;
	}
	return pairs.reverse();
}

const WORDS = /[\p{L}\p{N}\p{M}'’]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Words, spaces and signs; Chinese, Japanese and Korean character by character. */
function wordsOf(text: string): string[] {
	return (text.match(WORDS) ?? []).flatMap((word) => (CJK.test(word) ? [...word] : [word]));
}

/** Words of both texts with those marked that the other one lacks. */
export function compareWords(left: string, right: string): { left: ComparedText[]; right: ComparedText[] } {
	const a = wordsOf(left);
	const b = wordsOf(right);
	const common = commonItems(a, b);
	const side = (words: readonly string[], kept: ReadonlySet<number>) => {
		const parts: ComparedText[] = [];
		words.forEach((word, at) => {
			const changed = !kept.has(at);
			const last = parts.at(-1);
			if (last?.changed === changed) last.text += word;
			else parts.push({ text: word, changed });
		});
		return parts;
	};
	return {
		left: side(a, new Set(common.map(([at]) => at))),
		right: side(b, new Set(common.map(([, at]) => at))),
	};
}

const textOf = (block: Block) =>
	blockTextParts(block)
		.filter((part) => part !== "")
		.join("\n");

function whole(block: Block | undefined, changed: boolean): ComparedBlocks["left"] {
	if (!block) return null;
	const text = textOf(block);
	return { type: block.type, text: text === "" ? [] : [{ text, changed }] };
}

/** Aligns the blocks of two documents and compares the words of those that changed. */
export function compareDocuments(left: StoryDocument, right: StoryDocument): ComparedBlocks[] {
	const key = (block: Block) => JSON.stringify({ ...canonicalBlock(block), id: "" });
	const common = commonItems(left.blocks.map(key), right.blocks.map(key));
	const rows: ComparedBlocks[] = [];
	let a = 0;
	let b = 0;
	const changedUntil = (endLeft: number, endRight: number) => {
		while (a < endLeft || b < endRight) {
			const one = a < endLeft ? left.blocks[a] : undefined;
			const other = b < endRight ? right.blocks[b] : undefined;
			if (one && other) {
				const words = compareWords(textOf(one), textOf(other));
				const sameWords = textOf(one) === textOf(other);
				rows.push({
					left: { type: one.type, text: words.left },
					right: { type: other.type, text: words.right },
					same: false,
					differences: sameWords ? blockDifferences(one, other) : [],
				});
			} else rows.push({ left: whole(one, true), right: whole(other, true), same: false, differences: [] });
			if (one) a += 1;
			if (other) b += 1;
		}
	};
	for (const [atLeft, atRight] of common) {
		changedUntil(atLeft, atRight);
		rows.push({
			left: whole(left.blocks[a], false),
			right: whole(right.blocks[b], false),
			same: true,
			differences: [],
		});
		a += 1;
		b += 1;
	}
	changedUntil(left.blocks.length, right.blocks.length);
	return rows;
}
