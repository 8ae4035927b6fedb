import { useQuery } from "@tanstack/react-query";
import { CalendarDays, ChartLine, PenLine, Settings } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { CaptureIdea } from "#features/plan/CaptureIdea.tsx";
import { ToastRegion } from "#ui/toast/ToastRegion.tsx";
import styles from "./App.module.css";
import { type Route, routeFragment, useRoute } from "./routes.ts";
import { useTRPC } from "./rpc.ts";

const WriteRoom = lazy(() => import("#features/write/WriteRoom.tsx"));
const PlanRoom = lazy(() => import("#features/plan/PlanRoom.tsx"));
const EarnRoom = lazy(() => import("#features/earn/EarnRoom.tsx"));
const SettingsRoom = lazy(() => import("#features/settings/SettingsRoom.tsx"));

function Room({ route }: { route: Route }) {
	switch (route.room) {
		case "write":
			return <WriteRoom storyId={route.storyId} />;
		case "plan":
			return <PlanRoom page={route.page} item={route.item} />;
		case "earn":
			return <EarnRoom page={route.page} />;
		case "settings":
			return <SettingsRoom page={route.page} />;
	}
}

export function App() {
	const { t } = useTranslation();
	const route = useRoute();
	const trpc = useTRPC();
	const status = useQuery(trpc.library.status.queryOptions());
	const rooms: { label: string; icon: typeof PenLine; to: Route }[] = [
		{ label: t("Write"), icon: PenLine, to: { room: "write", storyId: null } },
		{ label: t("Plan"), icon: CalendarDays, to: { room: "plan", page: "ideas" } },
		{ label: t("Earn"), icon: ChartLine, to: { room: "earn", page: "overview" } },
		{ label: t("Settings"), icon: Settings, to: { room: "settings", page: "general" } },
	];
	return (
		<div className={styles.frame}>
			<nav className={styles.rail} aria-label={t("Rooms")}>
				{rooms.map(({ label, icon: Icon, to }) => (
					<a key={to.room} href={routeFragment(to)} aria-current={route.room === to.room ? "page" : undefined}>
						<Icon aria-hidden size={18} />
						{label}
					</a>
				))}
			</nav>
			<Suspense fallback={null}>{status.data?.state === "open" && <Room route={route} />}</Suspense>
			{status.data?.state === "open" && <CaptureIdea />}
			<ToastRegion />
		</div>
	);
}
