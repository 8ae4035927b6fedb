import { listStoriesInputSchema, type StoryKind, type StoryStage } from "#contract/story.ts";
import { measure, weightOf } from "#domain/feedback/length-unit.ts";
import type { Command } from "../command.ts";
import { counted } from "../counted.ts";

interface Row {
	id: string;
	kind: StoryKind;
	stage: StoryStage;
	title: string;
	words: number;
	cjkCharacters: number;
}

/** In the unit the window tells it in. */
function lengthOf({ words, cjkCharacters }: Row): string {
	const { unit, length } = measure({ weight: weightOf({ words, cjkCharacters }), cjkCharacters });
	return unit === "words" ? counted(length, "word", "words") : counted(length, "character", "characters");
}

function toText(rows: readonly Row[]): string {
	if (rows.length === 0) return "";
	const cells = rows.map((row) => ({
		...{ id: row.id, title: row.title || "(no title)", length: lengthOf(row) },
		stage: row.kind === "response" ? "response" : row.stage,
	}));
	return [{ id: "Id", stage: "Stage", length: "Length", title: "Title" }, ...cells]
		.map(({ id, stage, length, title }) => `${id.padEnd(36)}  ${stage.padEnd(9)}  ${length.padStart(16)}  ${title}`)
		.join("\n");
}

const shelves = listStoriesInputSchema.shape.shelf;

export const list: Command = {
	name: "list",
	summary: "List the stories of a library.",
	library: "existing",
	flags: {
		shelf: {
			value: "NAME",
			help: "all (default), drafts, published, responses or trash",
			problem: (name) => (shelves.safeParse(name).success ? null : `there is no shelf "${name}"`),
		},
	},
	async run({ client, text }) {
		const stories = await client.stories.list.query({ shelf: shelves.parse(text("shelf")) });
		const rows = stories.map((story) => ({
			id: story.id,
			mediumId: story.mediumId,
			kind: story.kind,
			stage: story.stage,
			title: story.name,
			words: story.words,
			cjkCharacters: story.cjkCharacters,
			updatedAt: story.updatedAt,
			publishedAt: story.publishedAt,
		}));
		return {
			json: { stories: rows },
			text: toText(rows),
		};
	},
};
