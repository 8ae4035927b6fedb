/** Fills a library with the sample, as a job that leaves nothing behind when it is stopped. */
import { randomUUID } from "node:crypto";
import type { SampleAdded } from "#contract/sample.ts";
import { addDays, plainDateAt } from "#domain/planning/plain-date.ts";
import type { StoryImage } from "#domain/story/schema.ts";
import { textHash } from "../database/stories.ts";
import { StudioError } from "../errors.ts";
import type { JobContext } from "../jobs.ts";
import type { Library } from "../library.ts";
import { storePicture } from "../media/store.ts";
import { inventFigures } from "./figures.ts";
import { drawScene, SCENES } from "./picture.ts";
import { IDEAS, PLANNED_DRAFTS, SERIES } from "./plan-data.ts";
import { removeSample } from "./remove-sample.ts";
import { firstDay, type PlacedStory, placeStories, publishedSamples, SAMPLE_PUBLICATION } from "./sample-library.ts";
import { sampleStatus } from "./sample-status.ts";

const SLICE = 200;

async function drawPictures(library: Library, job: JobContext): Promise<Map<string, StoryImage>> {
	const pictures = new Map<string, StoryImage>();
	for (const [name, scene] of Object.entries(SCENES)) {
		const { assetId, width, height } = await storePicture(library.directory, drawScene(name, scene), name);
		pictures.set(name, { assetId, width, height, alt: "" });
		await job.breathe();
	}
	return pictures;
}

function insertStory(library: Library, story: PlacedStory, importId: string, now: string): void {
	const { id, kind, stage, document, mediumId, createdAt, updatedAt, publishedAt, trashedAt } = story;
	library.stories.insert(
		{
			id,
			kind,
			stage,
			document,
			mediumId,
			createdAt,
			updatedAt,
			publishedAt,
			importId,
			importedHash: textHash(JSON.stringify(document)),
			sample: true,
		},
		now,
	);
	if (trashedAt) library.stories.trash(id, trashedAt);
}

/** Ideas, series and days. What the journal wrote down is forgotten: undo must not bring the sample back in parts. */
function fillPlan(library: Library, stories: readonly PlacedStory[], now: Date): { ideas: number; series: number } {
	const { plan, database } = library;
	const at = now.toISOString();
	const today = plainDateAt(now);
	const idOf = (key: string) => stories.find((story) => story.key === key)?.id ?? null;
	const changes: (string | null)[] = [];
	for (const [index, { inDays, story, dropped, ...text }] of IDEAS.entries()) {
		const created = new Date(now.getTime() - (IDEAS.length - index) * 4 * 86_400_000).toISOString();
		const { id, undo } = plan.ideas.add({ ...text, sample: true }, created);
		changes.push(undo);
		if (inDays !== undefined) changes.push(plan.schedule.schedule([{ type: "idea", id }], addDays(today, inDays), at));
		const storyId = story === undefined ? null : idOf(story);
		if (storyId !== null) changes.push(plan.drafts.link({ type: "idea", id }, storyId, at));
		if (dropped) changes.push(plan.ideas.setDropped([id], true, at));
	}
	for (const { parts, ...text } of SERIES) {
		const series = plan.series.create({ ...text, sample: true }, at);
		changes.push(series.undo);
		for (const { story, inDays, ...part } of parts) {
			const added = plan.series.addPart(series.id, part, at);
			changes.push(added.undo);
			const storyId = story === undefined ? null : idOf(story);
			if (storyId !== null) changes.push(plan.drafts.link({ type: "part", id: added.id }, storyId, at));
			if (inDays !== undefined)
				changes.push(plan.schedule.schedule([{ type: "part", id: added.id }], addDays(today, inDays), at));
		}
	}
	for (const [key, inDays] of PLANNED_DRAFTS) {
		const id = idOf(key);
		if (id !== null) changes.push(plan.schedule.schedule([{ type: "story", id }], addDays(today, inDays), at));
	}
	const forget = database.prepare("DELETE FROM plan_change WHERE id = ?");
	for (const change of changes) if (change !== null) forget.run(change);
	return { ideas: IDEAS.length, series: SERIES.length };
}

/** Invented figures never stand beside real ones: a library that has any gets none. */
function hasFigures(library: Library): boolean {
	return library.database.prepare("SELECT EXISTS (SELECT 1 FROM observation)").pluck().get() === 1;
}

async function addFigures(
	library: Library,
	stories: readonly PlacedStory[],
	importId: string,
	now: string,
	job: JobContext,
): Promise<number> {
	const ledger = library.observations;
	const published = publishedSamples(stories);
	await job.breathe();
	const append = library.database.transaction((observedAt: string, slice: Parameters<typeof ledger.append>[2]) =>
		ledger.append(importId, observedAt, slice),
	);
	let added = 0;
	for (const { observedAt, observations } of inventFigures(published, firstDay(now.slice(0, 10)), now))
		for (let from = 0; from < observations.length; from += SLICE) {
			added += append.immediate(observedAt, observations.slice(from, from + SLICE)).added;
			await job.breathe();
		}
	const facts = stories.flatMap((story) => {
		const known = published.find((one) => one.key === story.key);
		return known
			? [
					{
						subject: known.subject,
						title: null,
						publishedAt: story.publishedAt,
						boostedAt: null,
						readingSeconds: known.readingSeconds,
						words: null,
						locked: true,
						tags: [...story.tags],
						collection: SAMPLE_PUBLICATION,
						url: null,
					},
				]
			: [];
	});
	library.database.transaction(() => ledger.appendFacts(importId, now, facts)).immediate();
	return added;
}

/**
 * Adds the sample. A stop or a failure takes back what was added.
 * @throws {StudioError} CONFLICT when the sample is there already
 */
export async function addSample(library: Library, now: Date, job: JobContext): Promise<SampleAdded> {
	if (sampleStatus(library).present) throw new StudioError("CONFLICT", "The sample library is here already");
	const { database } = library;
	const at = now.toISOString();
	const importId = randomUUID();
	job.progress({ done: 0, total: null, item: "" });
	const pictures = await drawPictures(library, job);
	const stories = placeStories(at, pictures);
	const figures = !hasFigures(library);
	database
		.prepare(
			`INSERT INTO import (id, kind, source_name, format, started_at, state)
       VALUES (?, 'sample', 'Invented sample', 'sample', ?, 'running')`,
		)
		.run(importId, at);
	try {
		for (const [done, story] of stories.entries()) {
			database.transaction(() => insertStory(library, story, importId, at)).immediate();
			job.progress({ done: done + 1, total: stories.length, item: story.key });
			await job.breathe();
		}
		const plan = database.transaction(() => fillPlan(library, stories, now)).immediate();
		const observations = figures ? await addFigures(library, stories, importId, at, job) : 0;
		database.prepare("UPDATE import SET state = 'complete', finished_at = ? WHERE id = ?").run(at, importId);
		return { stories: stories.length, ...plan, observations };
	} catch (error) {
		await removeSample(library, { edited: "remove" });
		throw error;
	}
}
