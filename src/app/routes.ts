/** Where in the studio the window is. Kept in the address' fragment, so that back, forward and reload work in every host. */
import { useSyncExternalStore } from "react";

export type Route =
	| { room: "write"; storyId: string | null }
	/** `item` is the series or the month (`YYYY-MM`) that is shown. */
	| { room: "plan"; page: "ideas" | "series" | "calendar"; item?: string | undefined }
	| { room: "earn"; page: "overview" | "stories" | "projection" | "model" | "sources" }
	| { room: "settings"; page: "general" | "coach" | "knowledge" | "library" | "about" };

const PLAN_PAGES = ["ideas", "series", "calendar"] as const;
const EARN_PAGES = ["overview", "stories", "projection", "model", "sources"] as const;
const SETTINGS_PAGES = ["general", "coach", "knowledge", "library", "about"] as const;

function pick<T extends string>(pages: readonly T[], page: string | undefined, fallback: T): T {
	return pages.find((known) => known === page) ?? fallback;
}

/** Any fragment as a route; an unknown one is the blank page of Write. */
export function parseRoute(fragment: string): Route {
	const [room, page, item] = fragment.replace(/^#?\/?/, "").split("/");
	switch (room) {
		case "plan":
			return { room, page: pick(PLAN_PAGES, page, "ideas"), item: item || undefined };
		case "earn":
			return { room, page: pick(EARN_PAGES, page, "overview") };
		case "settings":
			return { room, page: pick(SETTINGS_PAGES, page, "general") };
		default:
			return { room: "write", storyId: page || null };
	}
}

export function routeFragment(route: Route): string {
	switch (route.room) {
		case "write":
			return `#/write/${route.storyId ?? ""}`;
		case "plan":
			return `#/plan/${route.page}${route.item ? `/${route.item}` : ""}`;
		default:
			return `#/${route.room}/${route.page}`;
	}
}

/**
 * Whether a fragment leads anywhere. A part of one that does ("#/plan") counts, and so does none at all; an id is not
 * looked up.
 */
export function isKnownFragment(fragment: string): boolean {
	const given = ["#", ...fragment.replace(/^#/, "").split("/").filter(Boolean)].join("/");
	return `${routeFragment(parseRoute(fragment))}/`.startsWith(`${given}/`);
}

const listeners = new Set<() => void>();

function tellMoved(): void {
	for (const listener of listeners) listener();
}

/**
 * Goes to a fragment as a link to it does, but the window is there before the next key: what the address' own event
 * brings comes a moment later, in which a key would still reach the page that is left.
 */
export function goTo(fragment: string): void {
	if (fragment === window.location.hash) return;
	window.history.pushState(null, "", fragment);
	tellMoved();
}

export function navigate(route: Route): void {
	goTo(routeFragment(route));
}

/** Says the true address where the one in the window leads nowhere. @returns whether it was so */
export function correctAddress(): boolean {
	const { hash } = window.location;
	if (isKnownFragment(hash)) return false;
	window.history.replaceState(null, "", routeFragment(parseRoute(hash)));
	tellMoved();
	return true;
}

function subscribe(changed: () => void): () => void {
	listeners.add(changed);
	window.addEventListener("hashchange", changed);
	return () => {
		listeners.delete(changed);
		window.removeEventListener("hashchange", changed);
	};
}

export function useRoute(): Route {
	const fragment = useSyncExternalStore(subscribe, () => window.location.hash);
	return parseRoute(fragment);
}
