import { useQuery } from "@tanstack/react-query";
import { catchUp } from "./open-story.ts";
import type { StorySession } from "./session.ts";
import { useSessionValue } from "./use-session.ts";

/**
 * Whatever changes the library beside the page (an import, its undo, a lost connection) declares every answer out of
 * date. The page takes part as an answer of its own and looks whether its text still is the library's.
 */
export function useCatchUp(session: StorySession, onReplace: (session: StorySession) => void): void {
	const id = useSessionValue(session, (view) => view.id);
	useQuery({
		queryKey: [["openStory"], id],
		queryFn: async () => {
			const current = await catchUp(session);
			if (current) onReplace(current);
			return true;
		},
		enabled: id !== null,
		initialData: true,
		staleTime: Number.POSITIVE_INFINITY,
	});
}
