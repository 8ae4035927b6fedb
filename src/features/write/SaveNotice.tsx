import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnection } from "#app/connection/connection.ts";
import { native } from "#app/native.ts";
import { windowError } from "#app/rpc.ts";
import { plainText } from "#domain/story/text.ts";
import { Button } from "#ui/button/Button.tsx";
import { formatDateTime } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import type { SaveProblem } from "./autosave/autosave.ts";
import { reopenStory } from "./open-story.ts";
import styles from "./SaveNotice.module.css";
import type { StorySession } from "./session.ts";
import { useSessionValue } from "./use-session.ts";

interface Props {
	session: StorySession;
	/** Another session took this one's place. */
	onReplace: (session: StorySession) => void;
}

/** Above the page when the text is not where it should be: what happened, what is safe, what to do. */
export function SaveNotice({ session, onReplace }: Props) {
	const { t } = useTranslation();
	const save = useSessionValue(session, ({ save }) =>
		save.kind === "failed" || save.kind === "conflict" ? save : null,
	);
	const isKept = useSessionValue(session, (view) => view.isKept);
	const restoredFrom = useSessionValue(session, (view) => view.restoredFrom);
	const lost = useConnection() !== "answers";
	const [busy, setBusy] = useState(false);

	const run = (work: () => Promise<void>) => () => {
		setBusy(true);
		work()
			.catch((error: unknown) => showToast({ tone: "danger", message: windowError(error).message }))
			.finally(() => setBusy(false));
	};
	const copy = run(async () => {
		const text = plainText(session.document());
		const html = session.editor.getRootElement()?.innerHTML ?? "";
		await native.writeClipboard({ text, html });
		showToast({ message: t("The whole text is on the clipboard.") });
	});

	// The frame's notice says so already, with the text to copy.
	if (save?.kind === "failed" && save.problem.code === "UNREACHABLE" && lost) return null;
	if (save?.kind === "failed")
		return (
			<Notice
				tone="danger"
				className={styles.notice}
				actions={
					<>
						<Button onPress={run(async () => void (await session.flush()))} isDisabled={busy}>
							{t("Try again")}
						</Button>
						<Button onPress={copy}>{t("Copy text")}</Button>
					</>
				}
			>
				<p>{failedWords(save.problem, isKept, t)}</p>
			</Notice>
		);
	if (save?.kind === "conflict")
		return (
			<Notice
				tone="caution"
				className={styles.notice}
				actions={
					<>
						<Button variant="primary" onPress={run(() => session.keepMine(t("Changed elsewhere")))} isDisabled={busy}>
							{t("Keep mine")}
						</Button>
						<Button
							isDisabled={busy}
							onPress={run(async () => {
								await session.letGo(t("Changed elsewhere"));
								const other = await reopenStory();
								if (other) onReplace(other);
							})}
						>
							{t("Open theirs")}
						</Button>
						<Button onPress={copy}>{t("Copy text")}</Button>
					</>
				}
			>
				<p>
					{isKept
						? t(
								"This story was changed elsewhere while you wrote. Both texts are kept; choose which one goes on here, the other stays beside it.",
							)
						: t(
								"This story was changed elsewhere while you wrote, and there is no room for an emergency copy: what you wrote is on this page alone. Choose which text goes on here, the other stays beside it.",
							)}
				</p>
			</Notice>
		);
	if (restoredFrom !== null)
		return (
			<Notice
				className={styles.notice}
				actions={<Button onPress={() => session.dismissRestored()}>{t("Good")}</Button>}
			>
				<p>
					{t("Text of {{time}} that had not reached the library was put back.", { time: formatDateTime(restoredFrom) })}
				</p>
			</Notice>
		);
	return null;
}

function failedWords({ code, message }: SaveProblem, isKept: boolean, t: TFunction): string {
	if (code === "DISK_FULL")
		return isKept
			? t(
					"The disk is full. Your text is kept on this page and in an emergency copy; make room and it is saved by itself.",
				)
			: t(
					"The disk is full, and there is no room for an emergency copy: your text is on this page alone. Copy it, or make room and it is saved by itself.",
				);
	if (code === "UNREACHABLE")
		return isKept
			? t(
					"The studio does not answer. Your text is kept on this page and in an emergency copy, and saving is tried again.",
				)
			: t(
					"The studio does not answer, and there is no room for an emergency copy: your text is on this page alone. Copy it; saving is tried again.",
				);
	return isKept
		? t("The text could not be saved ({{reason}}). It is kept on this page and in an emergency copy.", {
				reason: message,
			})
		: t(
				"The text could not be saved ({{reason}}), and there is no room for an emergency copy: it is on this page alone. Copy it before you close the page.",
				{ reason: message },
			);
}
