import { useEffect, useSyncExternalStore } from "react";
import { useSettings } from "#app/settings/settings.ts";
import type { CurrentStory } from "#features/write/current-story.ts";
import { type CoachState, NOTHING_SAID } from "./engine/client.ts";
import { coach, showCoach } from "./engine/coach.ts";

/** What the coach says about the story on the page; the story is published after a pause in typing. */
export function useStoryFeedback(story: CurrentStory | null): CoachState {
	const state = useSyncExternalStore(coach.subscribe, coach.state);
	const { coachRules, dictionary, grammarDialect } = useSettings();
	useEffect(showCoach, []);
	useEffect(
		() => coach.configure({ choices: coachRules, dictionary, dialect: grammarDialect }),
		[coachRules, dictionary, grammarDialect],
	);
	useEffect(() => {
		if (story) coach.follow(story, story.activeBlockId === null ? [] : [story.activeBlockId]);
	}, [story]);
	// Between two stories: what is said about the one before is not about the next.
	return story && coach.isAbout(story.id) ? state : NOTHING_SAID;
}
