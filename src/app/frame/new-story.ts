import { navigate, parseRoute } from "../routes.ts";
import { focusText } from "./focus-text.ts";

/** A new page. One that is open already is not opened again. */
export function openNewStory(): void {
	const route = parseRoute(window.location.hash);
	if (route.room === "write" && route.storyId === null) focusText();
	else navigate({ room: "write", storyId: null });
}
