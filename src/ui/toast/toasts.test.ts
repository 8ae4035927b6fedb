import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { closeLeft, showToast, toastQueue } from "./toasts.ts";

vi.stubGlobal("window", { location: { hash: "#/write/" } });
afterAll(() => vi.unstubAllGlobals());
beforeEach(() => {
	for (const { key } of toastQueue.visibleToasts) toastQueue.close(key);
	expect(shown()).toEqual([]);
});

const shown = () => toastQueue.visibleToasts.map(({ content }) => content.message);

test("a newer notice about the same thing takes the older one's place, whether it offers an undo or not", () => {
	showToast({ message: "The sample is here", about: "sample" });
	showToast({ message: "Draft started", undo: () => {} });
	showToast({ message: "The sample is gone", about: "sample" });
	expect(shown()).toEqual(["The sample is gone", "Draft started"]);
	showToast({ message: "Moved to the trash", about: "trash 1", undo: () => {} });
	showToast({ message: "Put back", about: "trash 1" });
	expect(shown()).toEqual(["Put back", "The sample is gone", "Draft started"]);
});

test("what newer notices push out does not come back; what went wrong does", () => {
	showToast({ message: "Failed", tone: "danger" });
	const close = ["One", "Two", "Three", "Four"].map((message) => showToast({ message }));
	expect(shown()).toEqual(["Four", "Three", "Two"]);
	for (const one of close.slice(1)) one();
	expect(shown()).toEqual(["Failed"]);
});

test("plain notices go by themselves, sooner than those with an undo; what went wrong stays", () => {
	showToast({ message: "Done" });
	showToast({ message: "Done, undo?", undo: () => {} });
	showToast({ message: "Failed", tone: "danger" });
	const [failed, undoable, plain] = toastQueue.visibleToasts;
	expect([plain?.timeout, undoable?.timeout, failed?.timeout]).toEqual([6_000, 12_000, undefined]);
});

test("what was done in a place goes with it; what went wrong and what leads on to another place stay", () => {
	showToast({ message: "Copied" });
	showToast({ message: "Moved to the trash", undo: () => {} });
	closeLeft(() => false);
	expect(shown()).toEqual(["Moved to the trash", "Copied"]);
	closeLeft((fragment) => fragment === "#/write/");
	expect(shown()).toEqual([]);
	showToast({ message: "Idea kept", action: { label: "Show", run: () => {} } });
	showToast({ message: "The words have changed", tone: "caution" });
	showToast({ message: "Failed", tone: "danger" });
	closeLeft(() => true);
	expect(shown()).toEqual(["Failed", "The words have changed", "Idea kept"]);
});
