/** Short notices at the foot of the window. Callable from anywhere, in or out of React. */
import { UNSTABLE_ToastQueue as ToastQueue } from "react-aria-components/Toast";

export interface ToastContent {
	message: string;
	tone?: "neutral" | "caution" | "danger";
	/** E.g. undo. */
	action?: { label: string; run: () => void };
}

/** Long enough to read and to reach with the keyboard; hover and focus stop the clock. */
const SHOWN_MS = 6_000;
const SHOWN_WITH_ACTION_MS = 12_000;

/** The waiting and visible notices; only the region reads it. */
export const toastQueue = new ToastQueue<ToastContent>({ maxVisibleToasts: 3 });

/** Shows a notice. What went wrong stays until it is closed. Returns a way to close it. */
export function showToast(content: ToastContent): () => void {
	const timeout = content.action ? SHOWN_WITH_ACTION_MS : SHOWN_MS;
	const key = toastQueue.add(content, content.tone === "danger" ? {} : { timeout });
	return () => toastQueue.close(key);
}
