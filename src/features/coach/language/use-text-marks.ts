import { useEffect, useRef } from "react";
import type { Block } from "#domain/story/schema.ts";
import type { CurrentStory } from "#features/write/current-story.ts";
import { clearMarks, drawMarks, type Marked, type Typing } from "./text-marks.ts";

const blockOf = (story: CurrentStory | null): Block | undefined =>
	story?.document.blocks.find((block) => block.id === story.activeBlockId);

/** Keeps the marks in the text as the findings say, when text is scrolled or published; never while a key is handled. */
export function useTextMarks(story: CurrentStory | null, findings: Marked["findings"], shown: boolean): void {
	const frame = useRef(0);
	const before = useRef<Block | undefined>(undefined);
	const typing = useRef<Typing | null>(null);

	useEffect(() => {
		const active = blockOf(story);
		const known = before.current;
		// Same block, other content: the writer is typing in it.
		if (active && active.id === known?.id && active !== known) typing.current = { blockId: active.id, sentence: null };
		else if (active?.id !== typing.current?.blockId) typing.current = null;
		before.current = active;
	}, [story]);

	useEffect(() => {
		if (!story || !shown) return;
		const draw = () => {
			frame.current = 0;
			drawMarks({ story, findings, typing });
		};
		const later = () => {
			frame.current ||= requestAnimationFrame(draw);
		};
		later();
		const scroller = document.querySelector("[data-page-scroller]");
		scroller?.addEventListener("scroll", later, { passive: true });
		window.addEventListener("resize", later);
		return () => {
			cancelAnimationFrame(frame.current);
			frame.current = 0;
			scroller?.removeEventListener("scroll", later);
			window.removeEventListener("resize", later);
		};
	}, [story, findings, shown]);

	useEffect(() => (shown ? clearMarks : undefined), [shown]);
}
