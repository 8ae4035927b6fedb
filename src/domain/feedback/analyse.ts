/** The whole analysis of one story at once: what the engine answers when it is told everything. */
import type { StoryDocument } from "#domain/story/schema.ts";
import { CoachEngine } from "./engine/engine.ts";
import type { RuleChoices } from "./rule-choices.ts";
import type { StoryFeedback } from "./story-feedback.ts";
import type { Tip } from "./types.ts";

/** @returns feedback with the tips about the story first, then those about each block in order */
export function analyseStory(document: StoryDocument, choices: RuleChoices = {}): StoryFeedback {
	const engine = new CoachEngine();
	engine.configure({ choices, dictionary: [] });
	engine.apply({ order: document.blocks.map((block) => block.id), blocks: document.blocks });
	let feedback: StoryFeedback | null = null;
	const tips: Tip[] = [];
	for (const step of engine.work()) {
		if (step.kind === "story") feedback = step.feedback;
		else if (step.kind === "block") tips.push(...step.tips);
	}
	if (!feedback) throw new Error("The engine answered nothing");
	return { ...feedback, tips: [...feedback.tips, ...tips] };
}
