/** Stories for the tests of the feedback, block by block. */
import type { Block, StoryDocument } from "#domain/story/schema.ts";
import { analyseStory } from "./analyse.ts";

let next = 0;
/** Of a block; none comes twice. */
export const id = () => {
	next += 1;
	return `b${next}`;
};
export const title = (text: string): Block => ({ id: id(), type: "title", spans: [{ text }] });
export const subtitle = (text: string): Block => ({ id: id(), type: "subtitle", spans: [{ text }] });
export const paragraph = (text: string): Block => ({ id: id(), type: "paragraph", spans: [{ text }] });
export const heading = (text: string, level: 1 | 2 = 1): Block => ({
	id: id(),
	type: "heading",
	level,
	spans: text ? [{ text }] : [],
});
export const list = (...items: string[]): Block => ({
	id: id(),
	type: "list",
	ordered: true,
	items: items.map((text) => ({ spans: [{ text }], depth: 0 })),
});
export const story = (...blocks: Block[]): StoryDocument => ({ version: 1, blocks });
/** Ids of the rules whose tips a story gets. */
export const rulesOf = (...blocks: Block[]) => analyseStory(story(...blocks)).tips.map((tip) => tip.ruleId);
/** A plain sentence of 18 words, and a space. */
export const PROSE = "The keeper walked down to the shore and counted the boats that had come home before the storm. ";
