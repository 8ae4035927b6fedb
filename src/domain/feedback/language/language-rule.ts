/** How the rules about language are made: one shape, one set of blocks, and an end to what one block can say. */
import type { BlockFinding, BlockReading, BlockRule } from "../block-rule.ts";

/** Blocks of the writer's own running text. Quotes are somebody else's; titles and headings have rules of their own. */
export const PROSE_TYPES: ReadonlySet<BlockReading["type"]> = new Set(["paragraph", "pullQuote", "list", "footnote"]);

/** More findings of one rule in one block than this help nobody. */
const MOST_FINDINGS = 100;

export const ENGLISH = ["en"] as const;

type Given = Pick<BlockRule, "id" | "name" | "message" | "why" | "evidence"> &
	Partial<Omit<BlockRule, "check">> & {
		/** Findings one by one: no more are looked for than are shown, and one more to tell that the list is cut. */
		find(block: BlockReading, thresholds: BlockRule["thresholds"]): Iterable<BlockFinding>;
	};

/** A rule that reads running text in the languages it knows and is silent about everything else. */
export function languageRule({ find, ...given }: Given): BlockRule {
	const languages = given.languages ?? ENGLISH;
	return {
		area: "language",
		defaultOn: true,
		thresholds: {},
		...given,
		languages,
		check: (block, thresholds): BlockFinding[] => {
			if (!PROSE_TYPES.has(block.type)) return [];
			if (languages !== "any" && (block.language === null || !languages.includes(block.language))) return [];
			const found: BlockFinding[] = [];
			for (const one of find(block, thresholds)) {
				const last = found.at(-1);
				if (last && found.length === MOST_FINDINGS) {
					last.cut = true;
					break;
				}
				found.push(one);
			}
			return found;
		},
	};
}
