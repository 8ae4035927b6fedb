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

interface Note extends TakenCopy {
	/** Milliseconds since 1970. */
	notedAt: number;
}

const KEY = "inkhour.taken";
/** Each is read at once by a window that is open now; nobody looks for old ones. */
const MOST = 20;
const KEPT_MS = 24 * 60 * 60 * 1000;

function isNote(value: unknown): value is Note {
	if (typeof value !== "object" || value === null) return false;
	const { storyId, keptAt, savedAt, notedAt } = value as Partial<Record<keyof Note, unknown>>;
	return (
		(storyId === null || typeof storyId === "string") &&
		typeof keptAt === "string" &&
		!Number.isNaN(Date.parse(String(savedAt))) &&
		typeof notedAt === "number"
	);
}

function notes(): Note[] {
	try {
		const list: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
		return Array.isArray(list) ? list.filter(isNote) : [];
	} catch {
		return [];
	}
}

/** Notes it for the windows that are open, if there are any; what was noted more than a day ago goes. */
export function noteTaken(taken: TakenCopy): void {
	const now = Date.now();
	const recent = notes().filter(({ notedAt }) => now - notedAt < KEPT_MS);
	const note: Note = { ...taken, notedAt: now };
	try {
		localStorage.setItem(KEY, JSON.stringify([note, ...recent].slice(0, MOST)));
	} catch {
		// Without storage no window has kept a copy.
	}
}

/** When the library got this copy; `null` while it is not known to have it. */
export function takenAt(storyId: string | null, keptAt: string): string | null {
	return notes().find((one) => one.storyId === storyId && one.keptAt === keptAt)?.savedAt ?? null;
}

/** Tells of every note of another window. Returns a way to stop. */
export function onTaken(listener: () => void): () => void {
	const told = ({ key }: StorageEvent) => {
		if (key === KEY) listener();
	};
	window.addEventListener("storage", told);
	return () => window.removeEventListener("storage", told);
}
