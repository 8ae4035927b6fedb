/** Short notices at the foot of the window. Callable from anywhere, in or out of React. */
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

export interface ToastContent {
	message: string;
	tone?: "neutral" | "caution" | "danger";
	/** E.g. to show what the notice is about. */
	action?: { label: string; run: () => void };
	/** Key of what it is about: a newer notice about the same thing takes its place. */
	about?: string;
	/** Takes back what the notice tells. */
	undo?: () => void;
}

/** Long enough to read and to reach with the keyboard; hover and focus stop the clock. */
const SHOWN_MS = 6_000;
const SHOWN_WITH_ACTION_MS = 12_000;

const MOST = 3;

/** The waiting and visible notices; only the region reads it. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: MOST });

/** Those not closed yet by their key, with the address's fragment at which they came. */
const open = new Map<string, { content: ToastContent; fragment: string }>();

function close(which: (toast: { content: ToastContent; fragment: string }) => boolean): void {
	for (const [key, toast] of open) if (which(toast)) toastQueue.close(key);
}

/** What was pushed out of sight would come back later with its whole time before it: old news. What went wrong waits. */
function makeRoom(): void {
	const passing = [...open].filter(([, { content }]) => content.tone !== "danger");
	for (const [key] of passing.slice(0, Math.max(0, passing.length - MOST))) toastQueue.close(key);
}

/**
 * Shows a notice. What went wrong stays until it is closed. The same said again takes the place of what was said
 * before; what can be undone is told time by time, but for the same thing (`about`). Returns a way to close it.
 */
export function showToast(content: ToastContent): () => void {
	const { message, tone, about, action, undo } = content;
	if (about !== undefined) close(({ content: other }) => other.about === about);
	if (!undo) close(({ content: other }) => !other.undo && other.message === message && other.tone === tone);
	const timeout = action || undo ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
	const key = toastQueue.add(content, {
		...(tone === "danger" ? {} : { timeout }),
		onClose: () => void open.delete(key),
	});
	open.set(key, { content, fragment: window.location.hash });
	makeRoom();
	return () => toastQueue.close(key);
}

/**
 * Closes what belongs to a place that is left: what was done there, with or without an undo. What went wrong waits to
 * be read, and what leads on to another place is as good there as here.
 * @param isLeft asked of the fragment it was shown at
 */
export function closeLeft(isLeft: (fragment: string) => boolean): void {
	close(({ content: { tone = "neutral", action, undo }, fragment }) => {
		const isOfPlace = undo !== undefined || (tone === "neutral" && action === undefined);
		return isOfPlace && isLeft(fragment);
	});
}
