/** Analyses stories off the window's thread. One message in, one out. */
import { analyseStory, type StoryFeedback } from "#domain/feedback/analyse.ts";
import type { StoryDocument } from "#domain/story/schema.ts";

export interface AnalysisRequest {
	number: number;
	document: StoryDocument;
}

export interface AnalysisAnswer {
	number: number;
	feedback: StoryFeedback;
}

addEventListener("message", ({ data }: MessageEvent<AnalysisRequest>) => {
	const answer: AnalysisAnswer = { number: data.number, feedback: analyseStory(data.document) };
	postMessage(answer);
});
