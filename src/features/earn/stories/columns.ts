import type { TFunction } from "i18next";
import { type EarnStories, type EarnStory, STORY_METRICS, type StoryMetric } from "#contract/earn.ts";
import { metricName } from "../words.ts";

/** Columns besides the title, which is always there. */
export type ColumnId = StoryMetric | "publishedAt" | "boosted" | "readingSeconds" | "readRatio";

export interface Column {
	id: ColumnId;
	label: string;
	/** Pixels. */
	width: number;
	/** What it sorts by; `null` sorts last. */
	value: (story: EarnStory) => number | null;
}

/** Room for the figures and the longest word of the heading with its arrow, pixels. */
const WIDTHS: Partial<Record<StoryMetric, number>> = {
	earnings: 112,
	memberReadingSeconds: 120,
	memberReads: 96,
	presentations: 122,
};

const ratio = (story: EarnStory): number | null => {
	const { views, reads } = story.figures;
	return views && reads && views.value > 0 ? reads.value / views.value : null;
};

/** Of the column of Boosts with days in it and without: titles need the room more than dashes. */
const BOOSTED_WIDTH = { days: 124, none: 92 };

/** Every column that could be shown, in order; money names its currency. */
export function storyColumns(
	t: TFunction,
	{ metrics, rows, currency }: Pick<EarnStories, "metrics" | "rows" | "currency">,
): Column[] {
	const ofMetric = (metric: StoryMetric): Column => ({
		id: metric,
		label: metric === "earnings" ? t("Earnings ({{currency}})", { currency }) : metricName(t, metric),
		width: WIDTHS[metric] ?? 84,
		value: (story) => story.figures[metric]?.value ?? null,
	});
	return [
		{
			id: "publishedAt",
			label: t("Published"),
			width: 116,
			value: (story) => (story.publishedAt ? Date.parse(story.publishedAt) : null),
		},
		...STORY_METRICS.filter((metric) => metrics.includes(metric)).map(ofMetric),
		...(metrics.includes("views") && metrics.includes("reads")
			? [{ id: "readRatio" as const, label: t("Read ratio"), width: 84, value: ratio }]
			: []),
		{
			id: "boosted",
			label: t("Boosted"),
			width: rows.some(({ boostedOn }) => boostedOn !== null) ? BOOSTED_WIDTH.days : BOOSTED_WIDTH.none,
			value: (story) => (story.boostedOn ? Date.parse(story.boostedOn) : null),
		},
		{ id: "readingSeconds", label: t("Length"), width: 84, value: (story) => story.readingSeconds },
	];
}

/** Shown until the writer chooses otherwise, the first the last to go where there is no room for all. */
const USUAL_COLUMNS: readonly ColumnId[] = [
	"earnings",
	"memberReadingSeconds",
	"memberReads",
	"views",
	"boosted",
	"publishedAt",
	"reads",
	"claps",
	"readRatio",
];

const STORE = "inkhour.earn.columns";

/**
 * What is shown when the writer chose nothing: as much as is seen at once, one column at least. Those that other figures
 * have and these have not take no room, and are shown beside the others where they come.
 * @param all columns of these figures @param room pixels beside the title
 */
export function defaultColumns(all: readonly Column[], room: number): ColumnId[] {
	const seen: ColumnId[] = [];
	let left = room;
	for (const id of USUAL_COLUMNS) {
		const column = all.find((one) => one.id === id);
		left -= column?.width ?? 0;
		if (left < 0 && all.some((one) => seen.includes(one.id))) break;
		seen.push(id);
	}
	return seen;
}

/** The writer's choice on this machine; `null` for none, or an unreadable one. */
export function rememberedColumns(): readonly ColumnId[] | null {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? "null");
		const known: readonly string[] = [...STORY_METRICS, "publishedAt", "boosted", "readingSeconds", "readRatio"];
		return Array.isArray(stored) ? stored.filter((id): id is ColumnId => known.includes(id)) : null;
	} catch {
		return null;
	}
}

export function rememberColumns(columns: readonly ColumnId[]): void {
	localStorage.setItem(STORE, JSON.stringify(columns));
}
