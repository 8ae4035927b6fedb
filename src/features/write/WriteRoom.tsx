import { PanelRight } from "lucide-react";
import { lazy, Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { keysAreFor, runAfterDialog } from "#app/commands/early-keys.ts";
import { useCommand } from "#app/commands/registry.ts";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { useNarrow } from "#app/layout.ts";
import { native } from "#app/native.ts";
import { navigate, routeFragment } from "#app/routes.ts";
import { windowError } from "#app/rpc.ts";
import { Button } from "#ui/button/Button.tsx";
import { EmptyState } from "#ui/empty-state/EmptyState.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { Waiting } from "#ui/waiting/Waiting.tsx";
import { openAtOnce, openSession, openStory, reopenStory } from "./open-story.ts";
import { StoryPage } from "./page/StoryPage.tsx";
import { SaveNotice } from "./SaveNotice.tsx";
import { StoryStatus } from "./StoryStatus.tsx";
import type { StorySession } from "./session.ts";
import { useCover } from "./uncover.ts";
import { useCatchUp } from "./use-catch-up.ts";
import { useCoachPane } from "./use-coach-pane.ts";
import { useSessionValue } from "./use-session.ts";
import styles from "./WriteRoom.module.css";

const CoachPanel = lazy(() =>
	import("#features/coach/CoachPanel.tsx").then(({ CoachPanel }) => ({ default: CoachPanel })),
);
const PendingBanner = lazy(() =>
	import("#features/import/PendingBanner.tsx").then((module) => ({ default: module.PendingBanner })),
);
const StoryHeader = lazy(() => import("./StoryHeader.tsx"));
const Drawer = lazy(() => import("#ui/drawer/Drawer.tsx").then((module) => ({ default: module.Drawer })));

/** Side panes come when the caret already takes text. */
const PANES_AFTER_MS = 80;
const COACH_KEYS = "Mod+Shift+J";

type Opened = { kind: "open"; session: StorySession } | { kind: "loading" } | { kind: "failed"; message: string };

/** The page that is left gives way by then, when the story that was asked for is still not there. */
const LEAVE_AFTER_MS = 1_000;

/** Whether the caret is in the text of the story that is open. */
const textHasFocus = () => openSession()?.editor.getRootElement()?.contains(document.activeElement) ?? false;

/** The session the address asks for. A blank page opens at once; a story when the library has answered. */
function useSession(storyId: string | null): [Opened, (session: StorySession) => void] {
	const [opened, setOpened] = useState<Opened>(() => {
		const session = openAtOnce(storyId);
		return session ? { kind: "open", session } : { kind: "loading" };
	});
	// The first drawing has opened it already, and may have been typed into since.
	const openedFor = useRef(opened.kind === "open" ? storyId : undefined);
	// Before the next key, which would reach the story that is left.
	useLayoutEffect(() => {
		if (openedFor.current === storyId) return;
		openedFor.current = undefined;
		const atOnce = openAtOnce(storyId);
		if (atOnce) return setOpened({ kind: "open", session: atOnce });
		const giveWay = () => setOpened({ kind: "loading" });
		const leave = setTimeout(giveWay, LEAVE_AFTER_MS);
		// A page that was asked for comes at once, and its unsaved text when it is read.
		if (storyId === null) giveWay();
		let wanted = true;
		let isThere = false;
		// What is typed for the story that was asked for is not to go into the one that is left.
		const left = openSession();
		const takeAgain = left?.takeNothing();
		const opening = openStory(storyId, () => wanted)
			.then(
				(session) => {
					if (!session || !wanted) return;
					isThere = true;
					if (session === left) takeAgain?.();
					setOpened({ kind: "open", session });
				},
				(error: unknown) => wanted && setOpened({ kind: "failed", message: windowError(error).message }),
			)
			.then(() => clearTimeout(leave));
		const release = keysAreFor(opening, () => isThere && textHasFocus());
		return () => {
			wanted = false;
			takeAgain?.();
			release();
			clearTimeout(leave);
		};
	}, [storyId]);
	const replace = useCallback((session: StorySession) => setOpened({ kind: "open", session }), []);
	return [opened, replace];
}

/** Write: the library's list, the page, the coach. */
export default function WriteRoom({ storyId }: { storyId: string | null }) {
	const { t } = useTranslation();
	const [opened, replaceSession] = useSession(storyId);
	const coach = useCoachPane();
	const drawn = useNarrow();
	const [late, setLate] = useState(false);

	useEffect(() => {
		const timer = setTimeout(() => setLate(true), PANES_AFTER_MS);
		return () => clearTimeout(timer);
	}, []);

	useCover(drawn && coach.shown, (then) => {
		coach.giveWay();
		runAfterDialog(then);
	});
	const panel = late && (
		<Suspense fallback={null}>
			<CoachPanel />
		</Suspense>
	);

	useCommand({
		id: "view.coach",
		label: coach.shown ? t("Hide the coach") : t("Show the coach"),
		group: "view",
		keys: COACH_KEYS,
		run: coach.toggle,
	});

	return (
		<div className={styles.room} data-room="write">
			<main className={styles.middle} aria-label={t("Story")}>
				<div className={styles.bar}>
					<div className={styles.header}>
						{late && opened.kind === "open" && (
							<Suspense fallback={null}>
								<StoryHeader session={opened.session} onReplace={replaceSession} />
							</Suspense>
						)}
					</div>
					<IconButton
						label={coach.shown ? t("Hide the coach") : t("Show the coach")}
						keys={shortcutLabel(COACH_KEYS)}
						icon={PanelRight}
						onPress={coach.toggle}
					/>
				</div>
				{opened.kind === "open" && <OpenStory session={opened.session} onReplace={replaceSession} />}
				{opened.kind === "loading" && <Waiting className={styles.opening}>{t("Opening the story…")}</Waiting>}
				{opened.kind === "failed" && (
					<EmptyState
						action={
							<Button onPress={() => navigate({ room: "write", storyId: null })}>{t("Start a new story")}</Button>
						}
					>
						{t("This story could not be opened: {{reason}}", { reason: opened.message })}
					</EmptyState>
				)}
			</main>
			{drawn ? (
				<>
					<Suspense fallback={null}>
						<Drawer
							label={t("Coach")}
							closeLabel={t("Hide the coach")}
							side="end"
							isOpen={coach.shown}
							onOpenChange={coach.toggle}
						>
							<div className={styles.drawn} data-coach>
								{panel}
							</div>
						</Drawer>
					</Suspense>
					{coach.aside && <div hidden>{panel}</div>}
				</>
			) : (
				coach.shown && (
					<div className={styles.coach} data-coach data-narrow={coach.narrow || undefined}>
						{panel}
					</div>
				)
			)}
		</div>
	);
}

/** Medium's newer text beside this one, when there is one. */
function PendingNotice({ session, onReplace }: OpenStoryProps) {
	const id = useSessionValue(session, (view) => view.id);
	const hasPendingImport = useSessionValue(session, (view) => view.hasPendingImport);
	const flushed = useRef<string | null>(null);
	if (id === null || !hasPendingImport) return null;
	return (
		<Suspense fallback={null}>
			<PendingBanner
				storyId={id}
				document={() => session.document()}
				flush={async () => {
					const saved = (await openSession()?.flush()) ?? true;
					flushed.current = openSession()?.json() ?? null;
					return saved;
				}}
				reload={async () => {
					const open = openSession();
					// What was typed since then is not given away: its save meets the other text as a conflict.
					if (open?.json() === flushed.current) open?.giveWay();
					const reopened = await reopenStory();
					if (reopened) onReplace(reopened);
				}}
			/>
		</Suspense>
	);
}

interface OpenStoryProps {
	session: StorySession;
	onReplace: (session: StorySession) => void;
}

function OpenStory({ session, onReplace }: OpenStoryProps) {
	useCatchUp(session, onReplace);
	useLayoutEffect(() => {
		session.setOnScreen(true);
		const stopFlush = native.onFlushRequest(async () => {
			await session.flush();
		});
		const leave = () => session.leave();
		const blur = () => void session.flush();
		const ownAddress = () => {
			const { id } = session.view();
			return id === null ? null : routeFragment({ room: "write", storyId: id });
		};
		let isThere = window.location.hash === ownAddress();
		// The first save gives a new story its id: the address follows, once, and the page stays. A blank address later on asks
		// for another page.
		const stopId = session.subscribe(() => {
			const address = ownAddress();
			if (isThere || address === null || openSession() !== session || !atBlank()) return;
			isThere = true;
			window.location.replace(address);
		});
		window.addEventListener("pagehide", leave);
		window.addEventListener("blur", blur);
		return () => {
			stopFlush();
			stopId();
			window.removeEventListener("pagehide", leave);
			window.removeEventListener("blur", blur);
			session.setOnScreen(false);
			void session.flush();
		};
	}, [session]);
	return (
		<>
			<SaveNotice session={session} onReplace={onReplace} />
			<PendingNotice session={session} onReplace={onReplace} />
			<div className={styles.scroller} data-page-scroller="">
				<StoryPage key={session.editor.getKey()} editor={session.editor} autoFocus />
			</div>
			<StoryStatus session={session} />
		</>
	);
}

const atBlank = () => /^#?\/?(write\/?)?$/.test(window.location.hash);
