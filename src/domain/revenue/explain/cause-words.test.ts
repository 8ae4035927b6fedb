import { expect, test } from "vitest";
import { english } from "../../words/message.ts";
import { causeMessage, storyCauseMessage } from "./cause-words.ts";
import { CAUSES } from "./change.ts";

test("a story's cause is told by which way it went", () => {
	const told = (...cause: Parameters<typeof storyCauseMessage>[0]) => english(storyCauseMessage(cause, false));
	expect(told("backCatalogue", -1)).toBe("Read less");
	expect(told("backCatalogue", 1)).toBe("Read more");
	expect(told("storyPay", -1)).toBe("A correction, or paid less than others an hour");
	expect(told("storyPay", 1)).toBe("Paid more than others an hour");
	expect(told("newStories", 1)).toBe("New");
	expect(told("rate", -1)).toBe(english(causeMessage("rate", false)));
});

test("every cause has words of its own", () => {
	const told = [...CAUSES, "newAndOut" as const].map((cause) => english(causeMessage(cause, false)));
	expect(english(causeMessage("calendarDays", true))).not.toBe(english(causeMessage("calendarDays", false)));
	expect(new Set(told).size).toBe(CAUSES.length + 1);
});
