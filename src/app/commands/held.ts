/** A key, or what was pasted, that waits for what it is meant for. */
export type Held = {
	/** Does it again, where focus is then. */
	again: () => void | Promise<void>;
} & (
	| {
			/** The key's name; empty where it is part of a shortcut. */
			writes: string;
	  }
	| { pasted: string }
);

/** What would have been written, as plain text. Keys that only move the caret, or open something, write nothing. */
export function writtenBy(held: readonly Held[]): string {
	let text = "";
	for (const one of held) {
		if ("pasted" in one) text += one.pasted;
		else if (one.writes === "Backspace") text = Array.from(text).slice(0, -1).join("");
		else if (one.writes === "Enter") text += "\n";
		else if (Array.from(one.writes).length === 1) text += one.writes;
	}
	return text;
}
