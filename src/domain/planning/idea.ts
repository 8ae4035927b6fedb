/** Ideas: their state, how they are found, and a heat that says where it comes from. */
import { daysBetween, type PlainDate } from "./plain-date.ts";

export const EFFORTS = ["short", "medium", "long"] as const;
/** The writer's own guess of the work: an evening, a few days, more. */
export type Effort = (typeof EFFORTS)[number];

export const IDEA_STATES = ["open", "started", "published", "dropped"] as const;
export type IdeaState = (typeof IDEA_STATES)[number];

/** What the writer may write down about an idea. */
export interface IdeaText {
	title: string;
	topic: string;
	angle: string;
	audience: string;
	note: string;
}

interface LinkedStory {
	stage: "outline" | "draft" | "ready" | "published";
	trashed: boolean;
}

/** An idea whose draft lies in the trash is open again. */
export function ideaState(dropped: boolean, story: LinkedStory | null): IdeaState {
	if (dropped) return "dropped";
	if (!story || story.trashed) return "open";
	return story.stage === "published" ? "published" : "started";
}

/** Points come from three things the writer can see and change. The sum orders a list; it forecasts nothing. */
export interface IdeaHeat {
	/** 0 to 100. */
	total: number;
	/** 0 to {@link FRESHNESS_POINTS}: halves every {@link FRESHNESS_HALF_LIFE_DAYS} days without a change. */
	freshness: number;
	/** 0 to {@link GROUNDWORK_POINTS}: a third each for an angle, an audience and a note. */
	groundwork: number;
	/** 0 to {@link EASE_POINTS}: the less work, the more; none while the effort is not stated. */
	ease: number;
	/** Days since the idea was last changed. */
	idleDays: number;
}

export const FRESHNESS_POINTS = 40;
export const GROUNDWORK_POINTS = 30;
export const EASE_POINTS = 30;
export const FRESHNESS_HALF_LIFE_DAYS = 30;

const EASE: Readonly<Record<Effort, number>> = { short: EASE_POINTS, medium: EASE_POINTS / 2, long: 0 };

/** @param changedOn day the idea was last changed */
export function ideaHeat(
	idea: Pick<IdeaText, "angle" | "audience" | "note"> & { effort: Effort | null },
	changedOn: PlainDate,
	today: PlainDate,
): IdeaHeat {
	const idleDays = Math.max(0, daysBetween(changedOn, today));
	const freshness = Math.round(FRESHNESS_POINTS * 2 ** (-idleDays / FRESHNESS_HALF_LIFE_DAYS));
	const filled = [idea.angle, idea.audience, idea.note].filter((text) => text.trim() !== "").length;
	const groundwork = (GROUNDWORK_POINTS / 3) * filled;
	const ease = idea.effort === null ? 0 : EASE[idea.effort];
	return { total: freshness + groundwork + ease, freshness, groundwork, ease, idleDays };
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether every word typed occurs somewhere in the texts, whatever its case and accents. */
export function matchesWords(texts: readonly string[], query: string): boolean {
	const words = fold(query)
		.split(/\s+/u)
		.filter((word) => word !== "");
	if (words.length === 0) return true;
	const haystack = fold(texts.join("\n"));
	return words.every((word) => haystack.includes(word));
}
