/** What was typed for a page that did not come: it is no part of any text, and not lost. */
import i18next from "i18next";
import { showToast } from "#ui/toast/toasts.ts";
import { native } from "../native.ts";
import { offerUnplaced } from "./early-keys.ts";
import { type Held, writtenBy } from "./held.ts";

const SHOWN = 120;

/** All that was offered and not copied yet: a newer notice takes the place of the one before. */
let offered = "";

async function copy(): Promise<void> {
	const text = offered;
	try {
		await native.writeClipboard({ text, html: "" });
	} catch {
		return show();
	}
	offered = offered.slice(text.length).trimStart();
	showToast({ message: i18next.t("The text is on the clipboard") });
}

function show(): void {
	const words = offered.length > SHOWN ? `${offered.slice(0, SHOWN)}…` : offered;
	showToast({
		message: i18next.t("What you typed was for a page that did not open, and is in no story: “{{words}}”", { words }),
		tone: "danger",
		about: "typed for no page",
		action: { label: i18next.t("Copy the text"), run: () => void copy() },
	});
}

/** Shows it in a notice that stays until it is closed, and copies it from there. */
function offerText(held: Held[]): void {
	const text = writtenBy(held);
	if (text.trim() === "") return;
	offered += (offered && "\n") + text;
	show();
}

/** Called once a window, when its notices are there. */
export function offerWhatIsUnplaced(): void {
	offerUnplaced(offerText);
}
