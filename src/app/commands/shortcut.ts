import i18next from "i18next";
import { native } from "#app/native.ts";
import { type KeyNames, type Keys, keysLabels } from "#ui/keys/keys.ts";

const keyNames = (): KeyNames => ({
	Ctrl: i18next.t("Ctrl"),
	Alt: i18next.t("Alt"),
	Shift: i18next.t("Shift"),
	Enter: i18next.t("Enter"),
});

/** All shortcuts of a command as this system writes them. */
export function shortcutLabels(keys: Keys | undefined): string[] {
	return keys === undefined ? [] : keysLabels(keys, native.platform, keyNames());
}

/** The one that menus and tooltips show; `undefined` when there is none. */
export function shortcutLabel(keys: Keys | undefined): string | undefined {
	return shortcutLabels(keys)[0];
}
