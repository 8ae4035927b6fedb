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

export interface Caret {
	blockId: string;
	/** UTF-16, in the text of its block. */
	offset: number;
}

/**
 * The finding after (`by` 1) or before (−1) the one the writer is at, round the ends of the text. When the caret was
 * moved away from it, or there is none, the first from the caret on, or the last before it.
 * @param caret where the selection starts; `null` when there is none
 */
export function stepFrom(
	tips: readonly Tip[],
	current: string | null,
	by: 1 | -1,
	order: readonly string[],
	caret: Caret | null,
): Tip | undefined {
	const at = current === null ? -1 : tips.findIndex((tip) => findingKey(tip) === current);
	const known = tips[at];
	if (known && (!caret || holds(known, caret))) return tips.at((at + by) % tips.length);
	const places = new Map(order.map((id, place) => [id, place]));
	const here = places.get(caret?.blockId ?? "") ?? 0;
	const before = (tip: Tip) => {
		const place = places.get(tip.blockId ?? "") ?? 0;
		return place < here || (place === here && tip.start < (caret?.offset ?? 0));
	};
	if (by === 1) return tips.find((tip) => !before(tip)) ?? tips[0];
	return tips.findLast(before) ?? tips.at(-1);
}

const holds = ({ blockId, start, end }: Tip, caret: Caret) =>
	blockId === caret.blockId && start <= caret.offset && caret.offset <= end;

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
	/** There are more in the text than are listed. */
	cut: boolean;
}

/** How often each rule found something, and its most pressing finding: errors first, then the most frequent. */
export function countByRule(tips: readonly Tip[]): KindCount[] {
	const counts = new Map<string, KindCount>();
	for (const { ruleId, severity, cut = false } of tips) {
		const known = counts.get(ruleId) ?? { ruleId, count: 0, severity, cut };
		counts.set(ruleId, {
			ruleId,
			count: known.count + 1,
			severity: moreUrgent(known.severity, severity),
			cut: known.cut || cut,
		});
	}
	const errors = ({ severity }: KindCount) => (severity === "error" ? 0 : 1);
	return [...counts.values()].sort((a, b) => errors(a) - errors(b) || b.count - a.count);
}
