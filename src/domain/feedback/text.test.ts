import { expect, test } from "vitest";
import { sentencesOf } from "./text.ts";

const sentences = (text: string) => sentencesOf(text).map((one) => one.text);

test.each([
	["1. Wake before the dog", ["1. Wake before the dog"]],
	["  12. Wake early. Then walk.", ["12. Wake early.", "Then walk."]],
	["1. Wake\n2. Walk", ["1. Wake", "2. Walk"]],
	["It took 3. Nobody knew. 4. Then?", ["It took 3.", "Nobody knew.", "4. Then?"]],
	["In 2019. Later.", ["In 2019.", "Later."]],
	["1984. A novel.", ["1984.", "A novel."]],
	["7.", ["7."]],
	["Dr. Smith came. He sat.", ["Dr. Smith came.", "He sat."]],
])("%j", (text, expected) => {
	expect(sentences(text)).toEqual(expected);
	for (const one of sentencesOf(text)) expect(text.slice(one.start, one.end)).toBe(one.text);
});
