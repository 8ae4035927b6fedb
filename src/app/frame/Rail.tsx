import { CalendarDays, ChartLine, PenLine, Settings } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { type Route, routeFragment } from "../routes.ts";
import styles from "./Rail.module.css";

/** The rooms. Settings keep to the end of the rail. */
export function Rail({ room }: { room: Route["room"] }) {
	const { t } = useTranslation();
	useSyncExternalStore(subscribe, () => forgotten);
	const rooms: { label: string; icon: typeof PenLine; to: Route }[] = [
		{ label: t("Write"), icon: PenLine, to: { room: "write", storyId: null } },
		{ label: t("Plan"), icon: CalendarDays, to: { room: "plan", page: "ideas" } },
		{ label: t("Earn"), icon: ChartLine, to: { room: "earn", page: "overview" } },
		{ label: t("Settings"), icon: Settings, to: { room: "settings", page: "general" } },
	];
	return (
		<nav className={styles.rail} aria-label={t("Rooms")}>
			{rooms.map(({ label, icon: Icon, to }) => (
				<a
					key={to.room}
					href={lastPage(to)}
					className={styles.room}
					aria-current={room === to.room ? "page" : undefined}
					onClick={room === to.room ? (event) => event.preventDefault() : undefined}
				>
					<Icon aria-hidden size={18} strokeWidth={1.75} />
					<span className={styles.label}>{label}</span>
				</a>
			))}
		</nav>
	);
}

const last = new Map<Route["room"], string>();
let forgotten = 0;
const listeners = new Set<() => void>();

function subscribe(changed: () => void): () => void {
	listeners.add(changed);
	return () => listeners.delete(changed);
}

/** Remembers where in its room the window is, so that the rail leads back there. */
export function rememberPage(route: Route): void {
	last.set(route.room, routeFragment(route));
}

/** For a page that is no more: the rail does not lead to it. */
export function forgetPage(route: Route): void {
	if (last.get(route.room) !== routeFragment(route)) return;
	last.delete(route.room);
	forgotten += 1;
	for (const listener of listeners) listener();
}

/** Where the writer was in that room, or its first page. */
export function lastPage(first: Route): string {
	return last.get(first.room) ?? routeFragment(first);
}
