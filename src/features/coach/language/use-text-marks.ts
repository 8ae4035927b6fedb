import { useEffect, useRef } from "react";
import type { Block } from "#domain/story/schema.ts";
import { type CurrentStory, currentStory, subscribeCurrentStory } from "#features/write/current-story.ts";
import { clearMarks, drawMarks, type Marked, type Typing } from "./text-marks.ts";

/** Most answers about a changed paragraph are there. */
const ANSWER_MS = 60;

const blockOf = (story: CurrentStory, id: string | null): Block | undefined =>
	story.document.blocks.find((block) => block.id === id);

/** Whether the block the caret is in changed between two publications of one story: the writer is typing in it. */
function typedBetween(before: CurrentStory | null, story: CurrentStory): boolean {
	if (!before || (before.id !== null && before.id !== story.id)) return false;
	const active = blockOf(story, story.activeBlockId);
	return active !== undefined && blockOf(before, active.id) !== active;
}

/** Keeps the marks in the text as the findings say, when text is scrolled or published; never while a key is handled. */
export function useTextMarks(findings: Marked["findings"], shown: boolean): void {
	const frame = useRef(0);
	const before = useRef<CurrentStory | null>(null);
	const typing = useRef<Typing | null>(null);

	useEffect(() => {
		before.current = currentStory();
		return subscribeCurrentStory(() => {
			const story = currentStory();
			if (!story) return;
			const { activeBlockId } = story;
			if (activeBlockId !== null && typedBetween(before.current, story))
				typing.current = { blockId: activeBlockId, sentence: null };
			else if (activeBlockId !== typing.current?.blockId) typing.current = null;
			before.current = story;
		});
	}, []);

	useEffect(() => {
		if (!shown) return;
		const draw = () => {
			frame.current = 0;
			const story = currentStory();
			if (story) drawMarks({ story, findings, typing });
		};
		const later = () => {
			frame.current ||= requestAnimationFrame(draw);
		};
		let timer = 0;
		// What was just typed is answered in a moment: one drawing shows both.
		const soon = () => {
			clearTimeout(timer);
			timer = window.setTimeout(later, ANSWER_MS);
		};
		soon();
		const leave = subscribeCurrentStory(soon);
		const scroller = document.querySelector("[data-page-scroller]");
		scroller?.addEventListener("scroll", later, { passive: true });
		window.addEventListener("resize", later);
		return () => {
			leave();
			clearTimeout(timer);
			cancelAnimationFrame(frame.current);
			frame.current = 0;
			scroller?.removeEventListener("scroll", later);
			window.removeEventListener("resize", later);
		};
	}, [findings, shown]);

	useEffect(() => (shown ? clearMarks : undefined), [shown]);
}
