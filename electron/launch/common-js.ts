import type { Plugin } from "vite";

/**
 * `pluralize` takes itself for a script of a page where there is no `require`, and then exports nothing. Bundled, it has
 * `module` and `exports` all the same.
 */
export function pluralizeAsModule(): Plugin {
	const check = "typeof require === 'function' && typeof exports";
	return {
		name: "pluralize-as-module",
		transform(code, id) {
			if (!/[\\/]pluralize[\\/]pluralize\.js$/.test(id)) return null;
			if (!code.includes(check)) throw new Error("pluralize no longer looks for require: this plugin can go");
			return { code: code.replace(check, "typeof exports"), map: null };
		},
	};
}
