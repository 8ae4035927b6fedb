/** Changing the plan from the window: run, refresh, tell, offer undo. */
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { forgetPage } from "#app/frame/Rail.tsx";
import { navigate } from "#app/routes.ts";
import { queryClient, rpc, windowError } from "#app/rpc.ts";
import type { PlanAnswer } from "#contract/plan.ts";
import type { PlanSubject } from "#domain/planning/entry.ts";
import type { PlainDate } from "#domain/planning/plain-date.ts";
import { formatDate } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";

/** The latest changes of this window, newest last; what "Undo in the plan" takes back. */
const undoable: Undoable[] = [];

interface Undoable {
	/** The change's. */
	id: string;
	/** What its notice is about: that of the undoing takes its place. */
	about: string;
	/** Id of the story that the change began, or brought back from the trash. */
	draftId: string | null;
}

/** Of a change that says nothing else. */
const changeKey = (id: string) => `plan change ${id}`;

/** Asks again for what a change may have changed: the plan, and the stories only when one came or went. */
function refresh(withStories: boolean): Promise<void> {
	return queryClient.invalidateQueries({
		predicate: ({ queryKey: [path] }) =>
			Array.isArray(path) && (path[0] === "plan" || (withStories && path[0] === "stories")),
	});
}

function showFailure(error: unknown): void {
	showToast({ message: windowError(error).message, tone: "danger" });
}

/** The page that Write loads on demand. */
const openStories = () => import("#features/write/open-story.ts");

/** What was just written decides whether a draft is kept. `false` when that could not be saved. */
const saveDraft = async (storyId: string) => (await openStories()).flushStory(storyId);

/** A draft that went with an undo: no page of it is left, and no way to it. */
async function forgetDraft(storyId: string): Promise<void> {
	(await openStories()).forgetStory(storyId);
	forgetPage({ room: "write", storyId });
}

export interface PlanActions {
	/**
	 * Runs a change; with a message it is announced together with an undo. `about` is the key of what was changed: of its
	 * notices only the newest stays.
	 * @returns the answer, or `null` when it failed (and was told)
	 */
	change: <Answer extends PlanAnswer>(
		act: () => Promise<Answer>,
		message?: string,
		about?: string,
	) => Promise<Answer | null>;
	/** Puts things on a day; `null` takes them off the calendar. */
	schedule: (subjects: PlanSubject[], date: PlainDate | null, title: string) => Promise<PlanAnswer | null>;
	/** Opens the draft of something in Write, making it when there is none. */
	startDraft: (subject: PlanSubject) => Promise<void>;
	/** Takes back the latest change. `false` when there is none. */
	undoLatest: () => boolean;
}

export function usePlan(): PlanActions {
	const { t } = useTranslation();

	const undo = useCallback(
		async (done: Undoable) => {
			const { id, about, draftId } = done;
			const at = undoable.findIndex((one) => one.id === id);
			if (at >= 0) undoable.splice(at, 1);
			try {
				if (draftId !== null && !(await saveDraft(draftId))) {
					if (at >= 0) undoable.splice(at, 0, done);
					const message = t("The draft was not taken back: its text could not be saved. Open the draft to see why.");
					showToast({ message, tone: "danger", about });
					return;
				}
				const { draft } = await rpc.plan.undo.mutate({ id });
				if (draft?.kept === false) await forgetDraft(draft.storyId);
				await refresh(true);
				showToast({
					message: draft?.kept ? t("Undone. The draft was written in, so it is kept in the trash.") : t("Undone"),
					about,
				});
			} catch (error) {
				showFailure(error);
			}
		},
		[t],
	);

	const change = useCallback(
		async <Answer extends PlanAnswer>(
			act: () => Promise<Answer>,
			message?: string,
			about?: string,
		): Promise<Answer | null> => {
			try {
				const answer = await act();
				const { undo: id } = answer;
				const draftId = "storyId" in answer && typeof answer.storyId === "string" ? answer.storyId : null;
				const done = id === null ? null : { id, about: about ?? changeKey(id), draftId };
				if (done) undoable.push(done);
				await refresh("storyId" in answer);
				if (message && done) showToast({ message, about: done.about, undo: () => void undo(done) });
				return answer;
			} catch (error) {
				showFailure(error);
				await refresh(false);
				return null;
			}
		},
		[undo],
	);

	const schedule = useCallback(
		(subjects: PlanSubject[], date: PlainDate | null, title: string) => {
			const message =
				date === null
					? t("“{{title}}” is off the calendar", { title })
					: t("“{{title}}” is on {{date}}", { title, date: formatDate(date) });
			const about = subjects.map(({ type, id }) => `${type} ${id}`).join(" ");
			return change(() => rpc.plan.schedule.mutate({ subjects, date }), message, about);
		},
		[change, t],
	);

	const startDraft = useCallback(
		async (subject: PlanSubject) => {
			// The service fills in series and number: it alone knows them at that moment.
			const words = {
				kicker: t("{{series}} · Part {{number}}", { series: "{series}", number: "{number}" }),
				promise: t("Promise"),
				angle: t("Angle"),
				audience: t("Audience"),
				topic: t("Topic"),
				note: t("Note"),
			};
			const started = await change(() => rpc.plan.startDraft.mutate({ subject, words }));
			if (!started) return;
			navigate({ room: "write", storyId: started.storyId });
			const { undo: id, outcome, storyId } = started;
			if (id === null) return;
			const done = { id, about: changeKey(id), draftId: storyId };
			showToast({
				message: outcome === "restored" ? t("The draft is back from the trash") : t("Draft started"),
				about: done.about,
				undo: () => {
					navigate({ room: "plan", page: subject.type === "part" ? "series" : "ideas" });
					void undo(done);
				},
			});
		},
		[change, t, undo],
	);

	const undoLatest = useCallback(() => {
		const latest = undoable.at(-1);
		if (!latest) return false;
		void undo(latest);
		return true;
	}, [undo]);

	return { change, schedule, startDraft, undoLatest };
}
