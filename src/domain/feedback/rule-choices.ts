/** Which rules speak, and with which figures: the registry's values, or the writer's in their place. */
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

export interface RuleInForce {
	on: boolean;
	thresholds: Rule["thresholds"];
}

/** A threshold out of its bounds is brought inside; one that the rule does not have is left out. */
export function ruleInForce(rule: Rule, choices: RuleChoices): RuleInForce {
	const choice = choices[rule.id];
	if (!choice) return { on: rule.defaultOn, thresholds: rule.thresholds };
	const thresholds = Object.entries(rule.thresholds).map(([name, value]) => {
		const { least, most } = thresholdBounds(rule, name);
		const chosen = choice.thresholds?.[name] ?? value;
		return [name, Number.isFinite(chosen) ? Math.min(most, Math.max(least, chosen)) : value] as const;
	});
	return { on: choice.on ?? rule.defaultOn, thresholds: Object.fromEntries(thresholds) };
}
