/**
 * How a window whose studio is gone learns that its text is safe: the window of the studio's next start, which shares
 * its storage, restores the emergency copy and notes here that the library has it.
 */
export interface TakenCopy {
	/** As the copy was kept: `null` for a story that was not in the library yet. */
	storyId: string | null;
	/** When the copy was kept, ISO 8601; with the story it says which copy is meant. */
	keptAt: string;
	/** ISO 8601. */
	savedAt: string;
}

const KEY = "inkhour.taken";
/** Each is asked for by a window that is open now; nobody looks for old ones. */
const MOST = 20;

function isTaken(value: unknown): value is TakenCopy {
	if (typeof value !== "object" || value === null) return false;
	const { storyId, keptAt, savedAt } = value as Partial<Record<keyof TakenCopy, unknown>>;
	return (
		(storyId === null || typeof storyId === "string") &&
		typeof keptAt === "string" &&
		!Number.isNaN(Date.parse(String(savedAt)))
	);
}

function takenCopies(): TakenCopy[] {
	try {
		const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
		return Array.isArray(list) ? list.filter(isTaken) : [];
	} catch {
		return [];
	}
}

export function noteTaken(taken: TakenCopy): void {
	try {
		localStorage.setItem(KEY, JSON.stringify([taken, ...takenCopies()].slice(0, MOST)));
	} catch {
		// Without storage no window has kept a copy.
	}
}

/** When the library got this copy; `null` while it is not known to have it. */
export function takenAt(storyId: string | null, keptAt: string): string | null {
	return takenCopies().find((one) => one.storyId === storyId && one.keptAt === keptAt)?.savedAt ?? null;
}

/** Tells of every note of another window. Returns a way to stop. */
export function onTaken(listener: () => void): () => void {
	const told = ({ key }: StorageEvent) => {
		if (key === KEY) listener();
	};
	window.addEventListener("storage", told);
	return () => window.removeEventListener("storage", told);
}
