/** The plan as the window sees it: ideas, series and what stands on which day. */
import { z } from "zod";
import { type EntryState, type PlanSubject, SUBJECT_TYPES, type Timing } from "#domain/planning/entry.ts";
import {
	EFFORTS,
	type Effort,
	IDEA_STATES,
	type IdeaHeat,
	type IdeaState,
	type IdeaText,
} from "#domain/planning/idea.ts";
import type { OvertakenPart } from "#domain/planning/part-days.ts";
import { type PlainDate, plainDateSchema, type Weekday } from "#domain/planning/plain-date.ts";
import { type StoryStage, storyIdSchema } from "./story.ts";

export const planIdSchema = z.uuid();
const title = z.string().trim().min(1, "A title is needed").max(1000);
const line = z.string().max(2000);
const text = z.string().max(20_000);

/** Days that can be planned for; far ones are slips of the keyboard. */
export const plannableDateSchema = plainDateSchema.refine(
	(date) => date >= "1900-01-01" && date <= "2200-12-31",
	"The day is too far away",
);

export const planSubjectSchema = z.object({ type: z.enum(SUBJECT_TYPES), id: planIdSchema });

/** What every changing call answers. */
export interface PlanAnswer {
	/** Hand it to `plan.undo` to put everything back; `null` when nothing changed. */
	undo: string | null;
}

/** What an undo did. Its own `undo` does the change again. */
export interface PlanUndone extends PlanAnswer {
	/** The draft that had come with the change: gone, or `kept` in the trash because it has been touched since. */
	draft: { storyId: string; kept: boolean } | null;
}

/** The story that grew out of an idea or a part. */
export interface PlanStory {
	id: string;
	/** Empty when the story has none. */
	title: string;
	stage: StoryStage;
	words: number;
	trashed: boolean;
	publishedOn: PlainDate | null;
}

export interface PlanIdea extends IdeaText {
	id: string;
	effort: Effort | null;
	state: IdeaState;
	heat: IdeaHeat;
	/** Day it is planned for. */
	date: PlainDate | null;
	timing: Timing;
	story: PlanStory | null;
	/** ISO 8601, UTC. */
	createdAt: string;
	updatedAt: string;
	sample: boolean;
}

export const IDEA_SORTS = ["newest", "heat", "date", "title"] as const;
export type IdeaSort = (typeof IDEA_SORTS)[number];

export const listIdeasInputSchema = z.object({
	query: z.string().max(1000).default(""),
	/** Ideas in one state. */
	state: z.enum(IDEA_STATES).default("open"),
	/** Only this topic; `null` for all. */
	topic: z.string().max(200).nullable().default(null),
	sort: z.enum(IDEA_SORTS).default("newest"),
});
export type ListIdeasInput = z.infer<typeof listIdeasInputSchema>;

export interface IdeaList {
	ideas: PlanIdea[];
	/** How many there are in each state, whatever is filtered. */
	counts: Record<IdeaState, number>;
	/** Every topic in use, by name. */
	topics: string[];
}

export const captureInputSchema = z.object({ line: title });

export const editIdeaInputSchema = z.object({
	id: planIdSchema,
	changes: z.object({
		title: title.optional(),
		topic: z.string().max(200).optional(),
		angle: line.optional(),
		audience: line.optional(),
		note: text.optional(),
		effort: z.enum(EFFORTS).nullable().optional(),
	}),
});
export type EditIdeaInput = z.infer<typeof editIdeaInputSchema>;

export interface PlanPart {
	id: string;
	/** Place in the series, from 1. */
	number: number;
	title: string;
	/** What the part gives its reader. */
	promise: string;
	state: EntryState;
	date: PlainDate | null;
	timing: Timing;
	story: PlanStory | null;
	/** An earlier part that comes out later than this one. */
	overtaken: OvertakenPart | null;
}

export interface PlanSeries {
	id: string;
	title: string;
	/** What the whole series gives its reader. */
	promise: string;
	parts: PlanPart[];
	/** ISO 8601, UTC. */
	createdAt: string;
	sample: boolean;
}

export interface DroppedSeries {
	id: string;
	title: string;
	/** ISO 8601, UTC. */
	droppedAt: string;
}

export const createSeriesInputSchema = z.object({ title, promise: line.default("") });
/** Title and promise, of a series or of a part. */
export const editSeriesInputSchema = z.object({
	id: planIdSchema,
	changes: z.object({ title: title.optional(), promise: line.optional() }),
});
export type EditSeriesInput = z.infer<typeof editSeriesInputSchema>;
export const addPartInputSchema = z.object({ seriesId: planIdSchema, title, promise: line.default("") });
/** `index` counts from 0; too large means last. */
export const movePartInputSchema = z.object({ id: planIdSchema, index: z.int().min(0).max(10_000) });
export const linkStoryInputSchema = z.object({ id: planIdSchema, storyId: storyIdSchema.nullable() });

/** One thing on the calendar or in the tray. */
export interface PlanEntry {
	subject: PlanSubject;
	/** Empty when an untitled story has no text either. */
	title: string;
	topic: string;
	state: EntryState;
	/** Day it is shown on: published stories stand on the day they came out. */
	date: PlainDate | null;
	timing: Timing;
	/** Its story, when there is one. */
	storyId: string | null;
	series: { id: string; title: string; number: number } | null;
	/** An earlier part of its series that comes out later; told on the calendar only. */
	overtaken: OvertakenPart | null;
}

export interface PlanRange {
	/** The day it is on this machine. */
	today: PlainDate;
	/** By date, then by series, part and title. */
	entries: PlanEntry[];
	/** Weekdays the writer means to publish on. */
	cadence: Weekday[];
	/** Days of that rhythm, from today on, with nothing on them. */
	emptySlots: PlainDate[];
}

/** At most this many days are asked for at once. */
export const RANGE_LIMIT_DAYS = 400;
export const rangeInputSchema = z.object({ from: plannableDateSchema, to: plannableDateSchema });

export const trayInputSchema = z.object({
	query: z.string().max(1000).default(""),
	limit: z.int().min(1).max(500).default(60),
});
export interface PlanTray {
	entries: PlanEntry[];
	/** How many match, shown or not. */
	total: number;
}

export const scheduleInputSchema = z.object({
	subjects: z.array(planSubjectSchema).min(1).max(500),
	/** `null` takes them off the calendar. */
	date: plannableDateSchema.nullable(),
});

export const cadenceSchema = z.array(
	z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(7)]),
);

/** Words of the writer's language that go into a draft. The service has none of its own. */
export const draftWordsSchema = z.object({
	/** Line above the title of a series part; `{series}` and `{number}` are filled in. */
	kicker: z.string().max(200).default("{series} · {number}"),
	promise: z.string().max(80).default("Promise"),
	angle: z.string().max(80).default("Angle"),
	audience: z.string().max(80).default("Audience"),
	topic: z.string().max(80).default("Topic"),
	note: z.string().max(80).default("Note"),
});
export type DraftWords = z.infer<typeof draftWordsSchema>;

export const startDraftInputSchema = z.object({
	subject: planSubjectSchema,
	words: draftWordsSchema.prefault({}),
});

export interface StartedDraft extends PlanAnswer {
	storyId: string;
	/** `opened` when there was a draft already, `restored` when it lay in the trash. */
	outcome: "created" | "opened" | "restored";
}
