import { lazy, Suspense, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FirstRun } from "#features/first-run/FirstRun.tsx";
import { ImportDialog } from "#features/import/ImportDialog.tsx";
import { CaptureIdea } from "#features/plan/CaptureIdea.tsx";
import { SampleLibrary } from "#features/sample/SampleLibrary.tsx";
import { ToastRegion } from "#ui/toast/ToastRegion.tsx";
import { CommandPalette } from "../palette/CommandPalette.tsx";
import { routeTitle } from "../rooms.ts";
import { type Route, useRoute } from "../routes.ts";
import { ShortcutsSheet } from "../shortcuts/ShortcutsSheet.tsx";
import { ConnectionNotice } from "./ConnectionNotice.tsx";
import styles from "./Frame.module.css";
import { Rail, rememberPage } from "./Rail.tsx";
import { RoomBoundary } from "./RoomBoundary.tsx";
import { StatusLine } from "./StatusLine.tsx";
import { useFrameCommands } from "./use-frame-commands.ts";

const LibraryPane = lazy(() => import("#features/library/LibraryPane.tsx"));
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

/** Puts focus where the room begins: its heading, else the room itself. */
function focusRoom(frame: HTMLElement | null): void {
	const main = frame?.querySelector("main");
	if (!main) return;
	const target = main.querySelector<HTMLElement>("[data-page-heading]") ?? main;
	if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
	target.focus();
}

/** Tells its parent that the lazy room is on screen. Drawn after the room. */
function Arrived({ onArrive, at }: { onArrive: () => void; at: string }) {
	const latest = useRef(onArrive);
	latest.current = onArrive;
	// biome-ignore lint/correctness/useExhaustiveDependencies: once an arrival
	useEffect(() => latest.current(), [at]);
	return null;
}

/** The studio with an open library: rail, room, status line. */
export function Frame() {
	const { t } = useTranslation();
	const route = useRoute();
	const frame = useRef<HTMLDivElement>(null);
	const first = useRef(true);
	const page = route.room === "write" ? "write" : `${route.room}/${route.page}`;
	useFrameCommands();
	useEffect(() => rememberPage(route));
	useEffect(() => {
		document.title = t("{{page}} – Inkhour", { page: routeTitle(route, t) });
	});
	const arrive = () => {
		// On the first page and in Write the page itself takes the caret.
		if (
			!first.current &&
			route.room !== "write" &&
			!frame.current?.contains(document.activeElement?.closest("main") ?? null)
		)
			focusRoom(frame.current);
		first.current = false;
	};
	return (
		<div className={styles.frame} ref={frame} data-room={route.room}>
			<button type="button" className={styles.skip} onClick={() => focusRoom(frame.current)}>
				{t("Skip to the page")}
			</button>
			<Rail room={route.room} />
			<div className={styles.notices}>
				<ConnectionNotice />
				<SampleLibrary />
			</div>
			<div className={styles.room}>
				{route.room === "write" && (
					<Suspense fallback={null}>
						<LibraryPane openStoryId={route.storyId} />
					</Suspense>
				)}
				<div className={styles.page}>
					<RoomBoundary resetKey={page}>
						<Suspense
							key={route.room}
							fallback={
								<main className={styles.loading} aria-busy="true">
									<p>{t("Opening…")}</p>
								</main>
							}
						>
							<Room route={route} />
							<Arrived at={page} onArrive={arrive} />
						</Suspense>
					</RoomBoundary>
					{route.room === "write" && route.storyId === null && <FirstRun />}
				</div>
			</div>
			<StatusLine />
			<CommandPalette />
			<ShortcutsSheet />
			<CaptureIdea />
			<ImportDialog />
			<ToastRegion />
		</div>
	);
}
