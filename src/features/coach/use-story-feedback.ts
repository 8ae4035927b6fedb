import { useEffect, useRef, useState } from "react";
import type { StoryFeedback } from "#domain/feedback/analyse.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import type { AnalysisAnswer, AnalysisRequest } from "./analysis-worker.ts";

/** Pause after the last change before a story is read again. */
const PAUSE_MS = 400;

/**
 * Feedback on a story, worked out in a worker. The newest text wins: an answer to an older one is dropped.
 * The worker starts with the first story and ends with the panel.
 * @returns `null` until the first answer
 */
export function useStoryFeedback(document: StoryDocument | null): StoryFeedback | null {
	const worker = useRef<Worker | null>(null);
	const asked = useRef(0);
	/** The next text is another story's: nobody types it, so that nothing is waited for. */
	const another = useRef(true);
	const [feedback, setFeedback] = useState<StoryFeedback | null>(null);

	useEffect(
		() => () => {
			worker.current?.terminate();
			worker.current = null;
		},
		[],
	);

	useEffect(() => {
		if (!document) {
			// Between two stories. What is said about the one before is not about the next.
			asked.current += 1;
			another.current = true;
			setFeedback(null);
			return;
		}
		const ask = () => {
			if (!worker.current) {
				worker.current = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
				worker.current.addEventListener("message", ({ data }: MessageEvent<AnalysisAnswer>) => {
					if (data.number === asked.current) setFeedback(data.feedback);
				});
			}
			asked.current += 1;
			const request: AnalysisRequest = { number: asked.current, document };
			worker.current.postMessage(request);
		};
		const timer = setTimeout(ask, another.current ? 0 : PAUSE_MS);
		another.current = false;
		return () => clearTimeout(timer);
	}, [document]);

	return document ? feedback : null;
}
