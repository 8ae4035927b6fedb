import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { showToast } from "#ui/toast/toasts.ts";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import { setFrameComplete } from "../commands/early-keys.ts";
import { useNarrow } from "../layout.ts";
import { routeTitle } from "../rooms.ts";
import { correctAddress, type Route, useRoute } from "../routes.ts";
import { useSettings } from "../settings/settings.ts";
import { ConnectionNotice } from "./ConnectionNotice.tsx";
import styles from "./Frame.module.css";
import { OnDemand } from "./on-demand.tsx";
import { Rail, rememberPage } from "./Rail.tsx";
import { RoomBoundary } from "./RoomBoundary.tsx";
import { roomCode } from "./room-code.ts";
import { StatusLine } from "./StatusLine.tsx";
import { useFrameCommands } from "./use-frame-commands.ts";

const LibraryPane = lazy(() => import("#features/library/LibraryPane.tsx"));
const lateCode = () => import("./Late.tsx");
const Late = lazy(() => lateCode().then((code) => ({ default: code.Late })));
const FirstRun = lazy(() => lateCode().then((code) => ({ default: code.FirstRun })));
const SampleLibrary = lazy(() => lateCode().then((code) => ({ default: code.SampleLibrary })));
const UnsavedTexts = lazy(() => lateCode().then((code) => ({ default: code.UnsavedTexts })));

/** Whatever is not the room itself waits for the room, at most this long after it. */
const LATE_AFTER_MS = 300;
const LONGEST_WAIT_FOR_ROOM_MS = 1_500;

function Room({ route }: { route: Route }) {
	switch (route.room) {
		case "write":
			return <OnDemand code={roomCode.write} props={{ storyId: route.storyId }} />;
		case "plan":
			return <OnDemand code={roomCode.plan} props={{ page: route.page, item: route.item }} />;
		case "earn":
			return <OnDemand code={roomCode.earn} props={{ page: route.page }} />;
		case "settings":
			return <OnDemand code={roomCode.settings} props={{ page: route.page }} />;
	}
}

/** Keeps the library's place, so that the page does not move when it comes. */
function PaneToCome() {
	const narrow = useNarrow();
	const { libraryShown } = useSettings();
	return <div className={styles.paneToCome} data-strip={narrow || !libraryShown || undefined} />;
}

/** Puts focus where the room begins: its heading, else the room itself. */
function focusRoom(frame: HTMLElement | null): void {
	const main = frame?.querySelector("main");
	if (!main) return;
	const target = main.querySelector<HTMLElement>("[data-page-heading]") ?? main;
	if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
	target.focus();
}

/** Tells its parent that the lazy room, or pane, is on screen. Drawn after it. */
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
	const [arrived, setArrived] = useState(false);
	const [late, setLate] = useState(false);
	const [hasLate, setHasLate] = useState(false);
	const [hasLibrary, setHasLibrary] = useState(false);
	const settled = hasLate && (hasLibrary || route.room !== "write");
	useFrameCommands();
	useEffect(() => {
		// A room that fails, or takes long, does not hold back the rest.
		const patience = setTimeout(() => setArrived(true), LONGEST_WAIT_FOR_ROOM_MS);
		return () => clearTimeout(patience);
	}, []);
	useEffect(() => {
		if (!arrived) return;
		const idle = requestIdleCallback(() => setLate(true), { timeout: LATE_AFTER_MS });
		return () => cancelIdleCallback(idle);
	}, [arrived]);
	useEffect(() => setFrameComplete(settled), [settled]);
	useEffect(() => rememberPage(route));
	useEffect(() => {
		if (correctAddress()) showToast({ message: t("There is no page at that address.") });
	});
	useEffect(() => {
		document.title = t("{{page}} – Inkhour", { page: routeTitle(route, t) });
	});
	const arrive = () => {
		setArrived(true);
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
		<div className={styles.frame} ref={frame} data-room={route.room} data-settled={settled}>
			<button type="button" className={styles.skip} onClick={() => focusRoom(frame.current)}>
				{t("Skip to the page")}
			</button>
			<Rail room={route.room} />
			<div className={styles.notices}>
				<ConnectionNotice />
				<Suspense fallback={null}>{late && <UnsavedTexts />}</Suspense>
				<Suspense fallback={null}>{late && <SampleLibrary />}</Suspense>
			</div>
			<div className={styles.room}>
				{route.room === "write" && (
					<Suspense fallback={<PaneToCome />}>
						{late ? <LibraryPane openStoryId={route.storyId} /> : <PaneToCome />}
						{late && <Arrived at="library" onArrive={() => setHasLibrary(true)} />}
					</Suspense>
				)}
				<div className={styles.page}>
					<RoomBoundary resetKey={page}>
						<Suspense
							key={route.room}
							fallback={
								<main className={styles.loading} aria-busy="true">
									<Waiting>{t("Opening…")}</Waiting>
								</main>
							}
						>
							<Room route={route} />
							<Arrived at={page} onArrive={arrive} />
						</Suspense>
					</RoomBoundary>
					<Suspense fallback={null}>
						{late && route.room === "write" && route.storyId === null && <FirstRun />}
					</Suspense>
				</div>
			</div>
			<StatusLine />
			<Suspense fallback={null}>{late && <Late onArrive={() => setHasLate(true)} />}</Suspense>
		</div>
	);
}
