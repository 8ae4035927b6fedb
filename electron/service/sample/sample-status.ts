import type { SampleStatus } from "#contract/sample.ts";
import { textHash } from "../database/stories.ts";
import type { Library } from "../library.ts";

interface StoryRow {
	id: string;
	title: string;
	document: string;
	revision: number;
	imported_hash: string | null;
}

/**
 * What of the sample is in the library, and what of it the writer has made their own: stories whose text differs from
 * the one that was invented, ideas that were reworded, series that hold a story of the writer's.
 */
export function sampleStatus({ database }: Library): SampleStatus {
	const stories = database
		.prepare<[], StoryRow>(
			"SELECT id, title, document, revision, imported_hash FROM story WHERE sample = 1 ORDER BY row",
		)
		.all();
	const edited: SampleStatus["edited"] = stories
		.filter((story) => story.revision > 1 && textHash(story.document) !== story.imported_hash)
		.map(({ id, title }) => ({ id, title, kind: "story" }));
	const ideas = database
		.prepare<[], { id: string; title: string; changed: number }>(
			`SELECT idea.id, idea.title, (idea.updated_at <> idea.created_at OR own.id IS NOT NULL) AS changed FROM idea
       LEFT JOIN story own ON own.id = idea.story_id AND own.sample = 0
       WHERE idea.sample = 1`,
		)
		.all();
	const series = database
		.prepare<[], { id: string; title: string; changed: number }>(
			`SELECT series.id, series.title,
         (series.updated_at <> series.created_at OR EXISTS (
           SELECT 1 FROM series_part part LEFT JOIN story own ON own.id = part.story_id AND own.sample = 0
           WHERE part.series_id = series.id AND (part.created_at <> series.created_at OR own.id IS NOT NULL)
         )) AS changed
       FROM series WHERE sample = 1`,
		)
		.all();
	for (const { id, title, changed } of ideas) if (changed === 1) edited.push({ id, title, kind: "idea" });
	for (const { id, title, changed } of series) if (changed === 1) edited.push({ id, title, kind: "series" });
	const imports = database.prepare("SELECT COUNT(*) FROM import WHERE kind = 'sample'").pluck().get();
	const present = stories.length + ideas.length + series.length > 0 || imports !== 0;
	const own = database
		.prepare<[], number>(
			`SELECT EXISTS (SELECT 1 FROM story WHERE sample = 0) OR EXISTS (SELECT 1 FROM idea WHERE sample = 0)
       OR EXISTS (SELECT 1 FROM series WHERE sample = 0)`,
		)
		.pluck()
		.get();
	const figures = database
		.prepare<[], { any_figures: number; invented: number }>(
			`SELECT EXISTS (SELECT 1 FROM observation) AS any_figures, EXISTS (
         SELECT 1 FROM import i WHERE i.kind = 'sample' AND EXISTS (SELECT 1 FROM observation WHERE import_id = i.id)
       ) AS invented`,
		)
		.get();
	const withoutFigures = present && figures?.any_figures === 1 && figures.invented === 0;
	return { present, withoutFigures, besideOwn: present && own === 1, stories: stories.length, edited };
}
