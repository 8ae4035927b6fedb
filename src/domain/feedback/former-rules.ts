/** Rules that have become part of another one: what a writer had said of them holds for that one. */
import type { RuleChoice, RuleChoices } from "./rule-choices.ts";

interface Successor {
	id: string;
	/** Figures that have another name there. */
	figures?: Readonly<Record<string, string>>;
}

const LONG = { long: "longCharacters", veryLong: "veryLongCharacters" };

/**
 * By the id that is gone. Characters were counted by rules of their own; where the rule that is left has one figure for
 * both, what was set for characters alone now holds for words too, and so does the switch of any of them.
 */
const FORMER: ReadonlyMap<string, Successor> = new Map<string, Successor>([
	["opening.long-first-sentence-characters", { id: "opening.long-first-sentence" }],
	["opening.picture-characters", { id: "opening.picture" }],
	["structure.section-length-characters", { id: "structure.section-length", figures: LONG }],
	["structure.paragraph-length-characters", { id: "structure.paragraph-length", figures: LONG }],
	["structure.list-item-length-characters", { id: "structure.list-item-length" }],
	["structure.links-many-characters", { id: "structure.links-many" }],
	["structure.links-characters", { id: "structure.links", figures: { enough: "enoughCharacters" } }],
	["language.long-sentence-characters", { id: "language.long-sentence" }],
]);

/** One rule's choice out of two: off where either was, and its own figures before those of the other. */
function joined(own: RuleChoice | undefined, { on, thresholds = {} }: RuleChoice, figures: Successor["figures"]) {
	const renamed = Object.entries(thresholds).map(([name, value]) => [figures?.[name] ?? name, value] as const);
	const both = { ...Object.fromEntries(renamed), ...own?.thresholds };
	const isOn = on === false ? false : (own?.on ?? on);
	return {
		...(isOn === undefined ? {} : { on: isOn }),
		...(Object.keys(both).length === 0 ? {} : { thresholds: both }),
	};
}

/** The writer's choices under the ids that rules have now. */
export function choicesNow(choices: RuleChoices): RuleChoices {
	const now: Record<string, RuleChoice> = {};
	for (const [id, choice] of Object.entries(choices)) if (!FORMER.has(id)) now[id] = choice;
	for (const [former, { id, figures }] of FORMER) {
		const choice = choices[former];
		if (choice) now[id] = joined(now[id], choice, figures);
	}
	return now;
}

/** @param keys rule ids, or keys of single tips, which begin with one and a bar */
export function ignoredNow(keys: readonly string[]): string[] {
	const now = keys.map((key) => {
		const bar = key.indexOf("|");
		const id = bar < 0 ? key : key.slice(0, bar);
		return `${FORMER.get(id)?.id ?? id}${key.slice(id.length)}`;
	});
	return [...new Set(now)];
}
