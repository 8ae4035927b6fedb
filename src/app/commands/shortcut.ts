import { native } from "#app/native.ts";
import { type Keys, keysLabels } from "#ui/keys/keys.ts";

/** The shortcut as this system writes it, e.g. for a tooltip; `undefined` when there is none. */
export function shortcutLabel(keys: Keys | undefined): string | undefined {
	return keys === undefined ? undefined : keysLabels(keys, native.platform)[0];
}
