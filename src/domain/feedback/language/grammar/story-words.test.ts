import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf, wordsOf } from "../../text.ts";
import { StoryWords, wordUses } from "./story-words.ts";

const usesOf = (text: string) => wordUses(wordsOf(text), sentencesOf(text));

test("a name is known when it stands once within a sentence and again anywhere", () => {
	const names = (text: string) => new StoryWords().update([usesOf(text)]).names;
	expect(names("I sat next to Priya. Priya laughed.")).toEqual(new Set(["Priya"]));
	expect(names("Teh end. Teh start, and then Priya came.")).toEqual(new Set());
});

test("a term is known from its third use, in whatever block", () => {
	const words = new StoryWords();
	const [first, second] = [usesOf("the kubectl, a kubectl"), usesOf("my kubectl's flags")];
	expect(words.update([first]).terms).toEqual(new Set());
	expect(words.update([first, second]).terms).toEqual(new Set(["kubectl"]));
});

test("nothing new is known as long as no word comes or goes", () => {
	const words = new StoryWords();
	const before = words.update([usesOf("One more day.")], ["teh"]);
	expect(words.update([usesOf("One more night.")], ["teh"])).toBe(before);
	expect(words.update([usesOf("One more night.")], [])).not.toBe(before);
});

describe("however a story came about", () => {
	const block = fc
		.array(fc.constantFrom("Priya", "priya", "kubectl", "Kubectl's", "Teh", ".", "I", "met"), { maxLength: 8 })
		.map((words) => usesOf(words.join(" ")));
	test("its words are those of its blocks", () => {
		fc.assert(
			fc.property(
				fc.array(block, { minLength: 1, maxLength: 5 }).chain((pool) => {
					const story = fc.array(fc.constantFrom(...pool), { maxLength: 6 });
					return fc.array(story, { minLength: 1, maxLength: 6 });
				}),
				(stories) => {
					const kept = new StoryWords();
					for (const story of stories) expect(kept.update(story)).toEqual(new StoryWords().update(story));
				},
			),
		);
	});
});
