import { type BoostMark, boostDay } from "#domain/stats/boost.ts";
import { normalTitle, type Statement, type StoryFacts, type Subject } from "#domain/stats/observation.ts";
import { boostMarks } from "../database/boost-marks.ts";
import { STORY_NAME } from "../database/story-rows.ts";
import type { Library } from "../library.ts";

/** What is known of a story besides its figures. */
export interface KnownStory {
	subject: Subject;
	storyId: string | null;
	title: string;
	publishedAt: string | null;
	/** ISO date on which it was boosted, by the writer's word or else the source's. */
	boostedOn: string | null;
	boostMark: BoostMark;
	readingSeconds: number | null;
	words: number | null;
	locked: boolean | null;
	collection: string | null;
	/** Topics, the first one counts most; empty where no source names any. */
	tags: readonly string[];
}

/** Stories by their subject in the ledger, from the library and from stats, and titles that name exactly one of them. */
export class SubjectIndex {
	readonly #stories = new Map<Subject, KnownStory>();
	readonly #byTitle = new Map<string, Subject | null>();
	/** By the story that is meant: what was said of a title is said of the story that bears it. */
	readonly #marks: ReadonlyMap<Subject, BoostMark>;

	constructor(library: Pick<Library, "database" | "observations">) {
		const own = library.database
			.prepare<
				[],
				{
					id: string;
					mediumId: string;
					name: string;
					excerpt: string;
					published: string | null;
					seconds: number;
					words: number;
					importId: string | null;
				}
			>(
				`SELECT id, medium_id AS mediumId, ${STORY_NAME} AS name, excerpt, published_at AS published, reading_seconds AS seconds, words,
           import_id AS importId
         FROM story WHERE medium_id IS NOT NULL`,
			)
			.all();
		// Looking back, a story that an import brought later was not known.
		const brought = library.observations.lookedBackTo !== null ? library.observations.counting() : null;
		const known = own.filter(({ importId }) => !brought || importId === null || brought.has(importId));
		for (const story of known)
			this.#stories.set(`story:${story.mediumId}`, {
				subject: `story:${story.mediumId}`,
				storyId: story.id,
				title: story.name || story.excerpt,
				publishedAt: story.published,
				boostedOn: null,
				boostMark: null,
				readingSeconds: story.seconds,
				words: story.words,
				locked: null,
				collection: null,
				tags: [],
			});
		const facts = library.observations.facts();
		for (const fact of facts) if (fact.subject.startsWith("story:")) this.#merge(fact);
		for (const story of this.#stories.values()) {
			const title = normalTitle(story.title);
			this.#byTitle.set(title, this.#byTitle.has(title) ? null : story.subject);
		}
		for (const fact of facts)
			if (fact.subject.startsWith("title:")) this.#merge({ ...fact, subject: this.resolve(fact.subject) });
		const marks = boostMarks(library.database, library.observations.lookedBackTo);
		this.#marks = new Map(marks.map(({ subject, mark }) => [this.resolve(subject), mark]));
		for (const [subject, boostMark] of this.#marks) {
			const story = this.#stories.get(subject);
			if (story) Object.assign(story, { boostMark, boostedOn: boostDay(boostMark, story.boostedOn) });
		}
	}

	/** The story a subject means: itself, or the one story that bears its title. */
	resolve(subject: Subject): Subject {
		if (!subject.startsWith("title:")) return subject;
		return this.#byTitle.get(subject.slice("title:".length)) ?? subject;
	}

	/** Statements with titles replaced by the stories they name. */
	resolveAll(statements: readonly Statement[]): Statement[] {
		return statements.map((one) => {
			const subject = this.resolve(one.subject);
			return subject === one.subject ? one : { ...one, subject };
		});
	}

	story(subject: Subject): KnownStory {
		const known = this.#stories.get(subject);
		if (known) return known;
		const boostMark = this.#marks.get(subject) ?? null;
		const title = subject.startsWith("title:") ? subject.slice("title:".length) : "";
		return {
			subject,
			storyId: null,
			title,
			publishedAt: null,
			boostedOn: boostDay(boostMark, null),
			boostMark,
			readingSeconds: null,
			words: null,
			locked: null,
			collection: null,
			tags: [],
		};
	}

	#merge(fact: StoryFacts): void {
		const known = this.#stories.get(fact.subject);
		this.#stories.set(fact.subject, {
			subject: fact.subject,
			storyId: known?.storyId ?? null,
			title: known?.title || fact.title || "",
			publishedAt: known?.publishedAt ?? fact.publishedAt,
			boostedOn: known?.boostedOn ?? boostDay(null, fact.boostedAt),
			boostMark: null,
			readingSeconds: known?.readingSeconds || fact.readingSeconds,
			words: known?.words || fact.words,
			locked: known?.locked ?? fact.locked,
			collection: known?.collection ?? fact.collection,
			tags: known?.tags.length ? known.tags : (fact.tags ?? []),
		});
	}
}
