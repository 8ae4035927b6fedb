import { startTransition, useEffect, useState } from "react";
import { useSettings } from "#app/settings/settings.ts";
import { currentStory, subscribeCurrentStory } from "#features/write/current-story.ts";
import { type CoachState, isAbout, NOTHING_SAID } from "./engine/client.ts";
import { coach, coachSettings, showCoach } from "./engine/coach.ts";

/** Tells the coach of every published story, in a task of its own; returns a way to stop. */
function followPage(): () => void {
	let task: ReturnType<typeof setTimeout> | null = null;
	const follow = () => {
		task = null;
		const story = currentStory();
		if (story) coach.follow(story, story.activeBlockId === null ? [] : [story.activeBlockId]);
	};
	const later = () => {
		task ??= setTimeout(follow, 0);
	};
	later();
	const leave = subscribeCurrentStory(later);
	return () => {
		if (task) clearTimeout(task);
		leave();
	};
}

const BETWEEN: CoachState = { ...NOTHING_SAID, awake: true };

/**
 * What the coach says about the story on the page. What it says after typing is drawn in slices between which keys are
 * heard, never at once.
 * @param storyId as `useCurrentStoryId` tells it
 */
export function useStoryFeedback(storyId: string | null | undefined): CoachState {
	const [state, setState] = useState(coach.state);
	const { coachRules, dictionary, grammarDialect } = useSettings();
	useEffect(showCoach, []);
	useEffect(
		() => coach.configure(coachSettings({ coachRules, dictionary, grammarDialect })),
		[coachRules, dictionary, grammarDialect],
	);
	useEffect(() => {
		const draw = () => startTransition(() => setState(coach.state()));
		draw();
		return coach.subscribe(draw);
	}, []);
	useEffect(followPage, []);
	// Between two stories: what is said about the one before is not about the next.
	if (storyId !== undefined && isAbout(state, storyId)) return state;
	return state.awake ? BETWEEN : NOTHING_SAID;
}
