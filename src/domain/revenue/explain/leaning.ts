/** Where one story is most of what those that are out may still bring. */
import { type Message, message } from "../../words/message.ts";
import type { Bands } from "../bands.ts";

/** From so large a share on a single story is told. */
const MOST = 0.5;

interface LeftIn {
	id: string;
	/** Minor units. */
	remaining: Pick<Bands, "p50">;
}

/**
 * `null` where no story of several is half of it.
 * @param titleOf may be empty where none is known
 */
export function leaningMessage(stories: readonly LeftIn[], titleOf: (id: string) => string): Message | null {
	const sum = stories.reduce((total, { remaining }) => total + remaining.p50, 0);
	const largest = stories.find(({ remaining }) => remaining.p50 >= MOST * sum);
	if (!largest || stories.length < 2 || sum <= 0) return null;
	return message(
		"Much hangs on one story: {{share}} of what those that are out are likely to bring in the months ahead is left in {{title}}. Whether it goes on as now, no figure tells yet.",
		{
			share: { share: largest.remaining.p50 / sum },
			title: titleOf(largest.id) ? `“${titleOf(largest.id)}”` : message("one without a title"),
		},
	);
}
