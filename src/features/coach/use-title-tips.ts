import { useQuery } from "@tanstack/react-query";
import type { Tip } from "#domain/feedback/types.ts";
import { coach } from "./engine/coach.ts";

/** What the rules would say of each title, were it the story's; empty until the coach has answered, or when it is off. */
export function useTitleTips(titles: readonly string[]): readonly (readonly Tip[])[] {
	const { data } = useQuery({
		queryKey: ["title-tips", titles],
		queryFn: () => coach.judgeTitles(titles),
		// The text may be another one when the titles are compared again.
		staleTime: 0,
		gcTime: 0,
	});
	return data ?? [];
}
