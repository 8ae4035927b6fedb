/**
 * Whether something about stories (topic, publication, weekday, length, read ratio) goes with how well
 * they do. Every effect is drawn towards nothing, and is shown only when it would have helped to tell stories that it
 * had not seen: most such effects would not. Only those that are shown move the forecast of a planned story.
 */
import { seedOf } from "./attention/draws.ts";
import { meanOf } from "./averages.ts";
import { helpOf, type Unseen } from "./unseen.ts";

/** One story: what is explained, and what might explain it. */
export interface CovariateRow {
	id: string;
	/** A logarithm, e.g. of first-day attention over what is usual. */
	outcome: number;
	/** By name; a number, a group, or `null` when unknown. */
	values: Readonly<Record<string, number | string | null>>;
}

export interface GroupEffect {
	/** The group, or `null` for one unit more of a number. */
	group: string | null;
	/** Factor on the outcome, with its 95 % interval. */
	factor: number;
	low: number;
	high: number;
	stories: number;
}

export interface CovariateFinding {
	name: string;
	stories: number;
	/** Share of the squared error of unseen stories that it takes away; below 0 it would have done harm. */
	benefit: number;
	/** The benefit stands out from chance. */
	shown: boolean;
	effects: GroupEffect[];
}

const FOLDS = 10;
const LEAST_STORIES = 20;
/** Stories of evidence that "no effect" counts as. */
const PRIOR_STORIES = 8;

interface Known {
	fold: number;
	outcome: number;
	value: number | string;
}

interface Fit {
	center: number;
	predict(value: number | string): number;
	effects(): { group: string | null; effect: number; variance: number; stories: number }[];
}

function fitGroups(rows: readonly Known[], center: number, noise: number): Fit {
	const groups = [...Map.groupBy(rows, ({ value }) => String(value))].map(([group, own]) => ({
		group,
		effect: own.reduce((sum, { outcome }) => sum + outcome - center, 0) / (own.length + PRIOR_STORIES),
		variance: noise / (own.length + PRIOR_STORIES),
		stories: own.length,
	}));
	const byGroup = new Map(groups.map((one) => [one.group, one.effect]));
	return { center, predict: (value) => center + (byGroup.get(String(value)) ?? 0), effects: () => groups };
}

function fitSlope(rows: readonly Known[], center: number, noise: number): Fit {
	const middle = meanOf(rows.map(({ value }) => Number(value)));
	let [across, squares] = [0, 0];
	for (const { value, outcome } of rows) {
		across += (Number(value) - middle) * (outcome - center);
		squares += (Number(value) - middle) ** 2;
	}
	// The prior counts as stories that differ as much as these do, and have no effect.
	const scale = squares * (1 + PRIOR_STORIES / Math.max(1, rows.length));
	const slope = scale > 0 ? across / scale : 0;
	return {
		center,
		predict: (value) => center + slope * (Number(value) - middle),
		effects: () => [{ group: null, effect: slope, variance: scale > 0 ? noise / scale : 0, stories: rows.length }],
	};
}

function fitEffect(rows: readonly Known[]): Fit {
	const center = meanOf(rows.map(({ outcome }) => outcome));
	const noise = rows.reduce((sum, { outcome }) => sum + (outcome - center) ** 2, 0) / Math.max(1, rows.length - 1);
	return rows.every(({ value }) => typeof value === "number")
		? fitSlope(rows, center, noise)
		: fitGroups(rows, center, noise);
}

function findingOf(name: string, rows: readonly Known[]): CovariateFinding {
	const unseen: Unseen[] = [];
	for (let fold = 0; fold < FOLDS; fold += 1) {
		const others = rows.filter((row) => row.fold !== fold);
		if (others.length === 0) continue;
		const model = fitEffect(others);
		for (const row of rows) {
			if (row.fold !== fold) continue;
			const { outcome, value } = row;
			unseen.push({ without: (outcome - model.center) ** 2, left: (outcome - model.predict(value)) ** 2 });
		}
	}
	const { benefit, standsOut } = helpOf(unseen);
	return {
		name,
		stories: rows.length,
		benefit,
		shown: rows.length >= LEAST_STORIES && standsOut,
		effects: fitEffect(rows)
			.effects()
			.map(({ group, effect, variance, stories }) => ({
				group,
				factor: Math.exp(effect),
				low: Math.exp(effect - 1.96 * Math.sqrt(variance)),
				high: Math.exp(effect + 1.96 * Math.sqrt(variance)),
				stories,
			}))
			.sort((a, b) => b.factor - a.factor),
	};
}

/** Rows that know a value of a name. Which fold a story is in depends on its id alone. */
function knownOf(name: string, rows: readonly CovariateRow[]): Known[] {
	return rows.flatMap(({ id, outcome, values }): Known[] => {
		const value = values[name] ?? null;
		if (value === null || (typeof value === "number" && !Number.isFinite(value))) return [];
		return [{ fold: seedOf(id, FOLDS) % FOLDS, outcome, value }];
	});
}

const usableOf = (rows: readonly CovariateRow[]) =>
	rows.filter(({ outcome }) => Number.isFinite(outcome)).sort((a, b) => (a.id < b.id ? -1 : 1));

/** One finding for each name, the most useful first. */
export function covariateFindings(rows: readonly CovariateRow[]): CovariateFinding[] {
	const usable = usableOf(rows);
	const names = [...new Set(usable.flatMap(({ values }) => Object.keys(values)))].sort();
	return names
		.map((name) => findingOf(name, knownOf(name, usable)))
		.sort((a, b) => b.benefit - a.benefit || (a.name < b.name ? -1 : 1));
}

/** An effect beside others: what is left of it when those found before it are taken out. */
export interface JointEffect {
	name: string;
	/** Share of the squared error of unseen stories that it takes away beside them. */
	benefit: number;
	/** Logarithm of the factor that a value goes with; 0 for a group that was never seen. */
	of(value: number | string): number;
}

/**
 * Effects that help together, the most useful first, each on what the ones before it leave: topic and publication may be
 * the same thing said twice. Empty where none is shown.
 */
export function jointEffects(all: readonly CovariateRow[]): JointEffect[] {
	const found: JointEffect[] = [];
	let rows = usableOf(all);
	for (;;) {
		const taken = new Set(found.map(({ name }) => name));
		const next = covariateFindings(rows).find(({ name, shown }) => shown && !taken.has(name));
		if (!next) return found;
		const { name, benefit } = next;
		const known = knownOf(name, rows);
		const model = fitEffect(known);
		const numbers = known.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
		const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
		// Beyond what was seen nothing is known: the nearest seen value stands for it.
		const inside = (value: number | string) =>
			typeof value === "number" ? Math.min(most, Math.max(least, value)) : value;
		const of = (value: number | string) => model.predict(inside(value)) - model.center;
		found.push({ name, benefit, of });
		rows = rows.map((row) => {
			const value = row.values[name] ?? null;
			return value === null ? row : { ...row, outcome: row.outcome - of(value) };
		});
	}
}
