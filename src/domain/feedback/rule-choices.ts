/** Which rules speak, and with which figures: the registry's values, or the writer's in their place. */
import { isLanguageThreshold } from "./threshold-names.ts";
import type { Bounds, Rule } from "./types.ts";

/** What the writer changed about one rule; what is absent is as the rule has it. */
export interface RuleChoice {
	on?: boolean | undefined;
	thresholds?: Readonly<Record<string, number>> | undefined;
}

/** By rule id. */
export type RuleChoices = Readonly<Record<string, RuleChoice>>;

/** Within what a threshold can be set, for the form that sets it and the engine that reads it. */
export function thresholdBounds(rule: Rule, name: string): Bounds {
	const stated = rule.bounds?.[name];
	if (stated) return stated;
	const value = rule.thresholds[name] ?? 0;
	// A share stays one; anything else may be set from a quarter to four times as much.
	if (value > 0 && value < 1) return { least: 0.05, most: 1, step: 0.05 };
	return { least: Math.max(1, Math.floor(value / 4)), most: Math.max(4, Math.ceil(value * 4)), step: 1 };
}

export interface OrderedBounds extends Bounds {
	/** Thresholds that this one has to stay above or below, as they are set, where they leave less than the bounds. */
	above?: string;
	below?: string;
}

/** {@link thresholdBounds}, and what the rule's other figures leave of them. @param inForce the other figures */
export function orderedBounds(rule: Rule, name: string, inForce: Rule["thresholds"]): OrderedBounds {
	const within: OrderedBounds = { ...thresholdBounds(rule, name) };
	for (const [lower, upper] of rule.order ?? []) {
		const most = (inForce[upper] ?? Number.POSITIVE_INFINITY) - 1;
		const least = (inForce[lower] ?? Number.NEGATIVE_INFINITY) + 1;
		if (name === lower && most < within.most) Object.assign(within, { most, below: upper });
		if (name === upper && least > within.least) Object.assign(within, { least, above: lower });
	}
	return within;
}

export interface RuleInForce {
	on: boolean;
	thresholds: Rule["thresholds"];
}

/**
 * A threshold out of its bounds is brought inside; one that the rule does not have is left out. Two figures that are not
 * in the rule's order are the rule's own, and the writer's others stay.
 */
export function ruleInForce(rule: Rule, choices: RuleChoices): RuleInForce {
	const choice = choices[rule.id];
	if (!choice) return { on: rule.defaultOn, thresholds: rule.thresholds };
	const within = Object.entries(rule.thresholds).map(([name, value]) => {
		const { least, most } = thresholdBounds(rule, name);
		const chosen = choice.thresholds?.[name] ?? value;
		return [name, Number.isFinite(chosen) ? Math.min(most, Math.max(least, chosen)) : value] as const;
	});
	const thresholds = inOrder(rule, Object.fromEntries(within));
	return { on: choice.on ?? rule.defaultOn, thresholds };
}

/** Each turn makes at least one more figure the rule's own, so that it ends. */
function inOrder(rule: Rule, chosen: Rule["thresholds"]): Rule["thresholds"] {
	const broken = rule.order?.find(([lower, upper]) => (chosen[lower] ?? 0) >= (chosen[upper] ?? 0));
	if (!broken) return chosen;
	const own = broken.map((name) => [name, rule.thresholds[name] ?? 0] as const);
	return inOrder(rule, { ...chosen, ...Object.fromEntries(own) });
}

/** How much text a rule waits for says nothing of what it then finds. */
const WAITS: readonly string[] = ["enough", "enoughCharacters"];

/**
 * Whether what a rule found was found by a figure that the writer has set.
 * @param values of the find: with a `limit` only that figure counts, and of two units only those of the one it names
 * @param language of the text; figures of other languages do not count
 */
export function isOwnFigure(
	rule: Rule,
	inForce: Rule["thresholds"],
	values: Readonly<Record<string, string | number>>,
	language: string | null,
): boolean {
	const { limit } = values;
	const ofOtherUnit = rule.inCharacters?.figures["characters" in values ? "words" : "characters"] ?? [];
	return Object.entries(rule.thresholds).some(([name, value]) => {
		if (inForce[name] === value || WAITS.includes(name) || ofOtherUnit.includes(name)) return false;
		if (isLanguageThreshold(name) && name !== language) return false;
		return limit === undefined || inForce[name] === limit;
	});
}
