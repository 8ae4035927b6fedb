/** Reads one block's content: in which language, and what rules and grammar checker have to say about it. */
import type { BlockType } from "#domain/story/schema.ts";
import type { BlockFinding, BlockRule } from "../block-rule.ts";
import { blockLanguage, type LanguageDetector } from "../language/detect.ts";
import { grammarFindings } from "../language/grammar/lint.ts";
import { type KnownWords, NO_KNOWN_WORDS } from "../language/grammar/story-words.ts";
import { readingCounts } from "../language/reading-counts.ts";
import { speaks } from "../looked.ts";
import { isOwnFigure, type RuleChoices, ruleInForce } from "../rule-choices.ts";
import { ruleById } from "../rules.ts";
import type { LanguageGuess } from "../types.ts";
import type { CachedContent, Reading } from "./content-cache.ts";

/** Blocks whose words are the writer's running text. */
const READ: ReadonlySet<BlockType> = new Set([
	"title",
	"subtitle",
	"kicker",
	"paragraph",
	"heading",
	"quote",
	"pullQuote",
	"list",
	"footnote",
]);
export const NOTHING: readonly BlockFinding[] = [];

export class BlockReader {
	readonly #rules: readonly BlockRule[];
	choices: RuleChoices = {};
	known: KnownWords = NO_KNOWN_WORDS;
	detector: LanguageDetector | null = null;

	constructor(rules: readonly BlockRule[]) {
		this.#rules = rules;
	}

	/** The content in its own language, or in the story's where it does not tell; `null` where there is nothing to read. */
	read(cached: CachedContent, story: LanguageGuess): Reading | null {
		const { content, readings } = cached;
		const { type } = content.block;
		if (!READ.has(type)) return null;
		const language = this.#language(cached, story);
		const known = readings.get(language ?? "");
		if (known) return known;
		const { text, words, sentences } = content;
		const block = { type, text, language, words, sentences };
		const reading: Reading = { block, counts: readingCounts(block), style: null, findings: null };
		readings.set(language ?? "", reading);
		return reading;
	}

	/** The same array as before when nothing else is to be said. */
	findings(reading: Reading, { content, lints }: CachedContent): readonly BlockFinding[] {
		if (reading.findings) return reading.findings;
		const inCode = ({ start, end }: BlockFinding) => content.code.some((one) => start < one.end && one.start < end);
		reading.style ??= this.#style(reading);
		const grammar = lints ? grammarFindings(reading.block.text, lints, this.known).filter((one) => this.#on(one)) : [];
		const all = [...reading.style, ...grammar].filter((one) => !inCode(one));
		all.sort((a, b) => a.start - b.start || a.end - b.end);
		reading.findings = all.length === 0 ? NOTHING : all;
		return reading.findings;
	}

	#style({ block }: Reading): readonly BlockFinding[] {
		return this.#rules.flatMap((rule): BlockFinding[] => {
			const { on, thresholds } = ruleInForce(rule, this.choices);
			if (!on || !speaks(rule, block.language)) return [];
			return rule
				.check(block, thresholds)
				.map((one) => (isOwnFigure(rule, thresholds, one.values ?? {}, block.language) ? { ...one, own: true } : one));
		});
	}

	#on({ ruleId }: BlockFinding): boolean {
		const rule = ruleById(ruleId);
		return rule !== undefined && ruleInForce(rule, this.choices).on;
	}

	#language({ content, languages }: CachedContent, story: LanguageGuess): string | null {
		const key = story.code ?? "";
		let language = languages.get(key);
		if (language === undefined) {
			language = blockLanguage(content.text, story, this.detector);
			languages.set(key, language);
		}
		return language;
	}
}
