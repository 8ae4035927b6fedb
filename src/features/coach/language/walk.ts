/** Walking through findings in the order of the text. Pure. */
import { moreUrgent, PRESSING, type Severity, type Tip } from "#domain/feedback/types.ts";

/** Which finding; two rules may find the same words. */
export const findingKey = (tip: Tip): string => `${tip.ruleId}|${tip.blockId}|${tip.start}|${tip.quote}`;

/** Findings in the order of the text; `order` are the ids of its blocks. */
export function inTextOrder(
	order: readonly string[],
	findings: ReadonlyMap<string, readonly Tip[]>,
	wanted: (tip: Tip) => boolean,
): Tip[] {
	if (findings.size === 0) return [];
	return order.flatMap((id) => findings.get(id)?.filter(wanted) ?? []);
}

/**
 * The finding after (`by` 1) or before (−1) the current one, round the ends of the text. Without a current one the first
 * at or after the caret's block, or the last before it.
 */
export function stepFrom(
	tips: readonly Tip[],
	current: string | null,
	by: 1 | -1,
	order: readonly string[],
	activeBlockId: string | null,
): Tip | undefined {
	const at = current === null ? -1 : tips.findIndex((tip) => findingKey(tip) === current);
	if (at >= 0) return tips.at((at + by) % tips.length);
	const places = new Map(order.map((id, place) => [id, place]));
	const caret = places.get(activeBlockId ?? "") ?? 0;
	const placeOf = (tip: Tip) => places.get(tip.blockId ?? "") ?? 0;
	if (by === 1) return tips.find((tip) => placeOf(tip) >= caret) ?? tips[0];
	return tips.findLast((tip) => placeOf(tip) < caret) ?? tips.at(-1);
}

/** Whether two findings stand, in part, on the same words. */
export function overlaps(one: Tip, other: Tip): boolean {
	if (one.blockId !== other.blockId) return false;
	return (one.start < other.end && other.start < one.end) || (one.start === other.start && one.end === other.end);
}

/** The finding of a block that a click at an offset of its text means: the most pressing there, then the shortest. */
export function findingUnder(tips: readonly Tip[], offset: number): Tip | undefined {
	return byUrgency(tips.filter(({ start, end }) => start <= offset && offset <= end))[0];
}

/** Everything found where `current` stands, the most pressing first, then the shortest; `current` among them. */
export function findingsAt(tips: readonly Tip[], current: Tip): Tip[] {
	return byUrgency(tips.filter((tip) => overlaps(tip, current)));
}

function byUrgency(tips: readonly Tip[]): Tip[] {
	return [...tips].sort(
		(a, b) => PRESSING.indexOf(a.severity) - PRESSING.indexOf(b.severity) || a.end - a.start - (b.end - b.start),
	);
}

export interface KindCount {
	ruleId: string;
	count: number;
	severity: Severity;
}

/** How often each rule found something, and its most pressing finding: errors first, then the most frequent. */
export function countByRule(tips: readonly Tip[]): KindCount[] {
	const counts = new Map<string, KindCount>();
	for (const { ruleId, severity } of tips) {
		const known = counts.get(ruleId) ?? { ruleId, count: 0, severity };
		counts.set(ruleId, { ruleId, count: known.count + 1, severity: moreUrgent(known.severity, severity) });
	}
	const errors = ({ severity }: KindCount) => (severity === "error" ? 0 : 1);
	return [...counts.values()].sort((a, b) => errors(a) - errors(b) || b.count - a.count);
}
