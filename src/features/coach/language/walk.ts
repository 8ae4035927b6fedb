/** Walking through findings in the order of the text. Pure. */
import type { Tip } from "#domain/feedback/types.ts";

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

/** How often each rule found something, the most frequent first. */
export function countByRule(tips: readonly Tip[]): [ruleId: string, count: number][] {
	const counts = new Map<string, number>();
	for (const tip of tips) counts.set(tip.ruleId, (counts.get(tip.ruleId) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1]);
}
