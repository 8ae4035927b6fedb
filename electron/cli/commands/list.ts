import { listStoriesInputSchema } from "#contract/story.ts";
import type { Command } from "../command.ts";

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
			text: rows
				.map(
					(row) =>
						`${row.id}  ${row.stage.padEnd(9)}  ${String(row.words + row.cjkCharacters).padStart(6)}  ${row.title || "(no title)"}`,
				)
				.join("\n"),
		};
	},
};
