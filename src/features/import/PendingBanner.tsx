import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient, rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { ResolveResult } from "#contract/imports.ts";
import type { StoryDocument } from "#domain/story/schema.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatDate } from "#ui/format/format.ts";
import { Notice } from "#ui/notice/Notice.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { CompareTexts } from "./CompareTexts.tsx";
import styles from "./PendingBanner.module.css";

interface Props {
	storyId: string;
	/** The text as it is on the page. */
	document: () => StoryDocument;
	/** Saves what is on the page; `false` when that failed. */
	flush: () => Promise<boolean>;
	/** Reads the story anew from the library. */
	reload: () => Promise<void>;
}

/** Above a story that the writer edited while Medium's own text moved on. */
export function PendingBanner({ storyId, document, flush, reload }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const { data: pending } = useQuery(trpc.imports.pending.queryOptions({ storyId }));
	const [comparing, setComparing] = useState<StoryDocument | null>(null);
	const [busy, setBusy] = useState(false);
	if (!pending) return null;
	const { versionId } = pending;

	/** The page reads its story anew only when the text itself was exchanged. */
	async function refresh(exchanged: boolean): Promise<void> {
		if (exchanged) await reload();
		await queryClient.invalidateQueries();
	}

	async function undo(result: ResolveResult): Promise<void> {
		try {
			await flush();
			const { revision } = await rpc.stories.get.query({ id: storyId });
			await rpc.imports.reopen.mutate({ storyId, baseRevision: revision, undo: result.undo });
			await refresh(result.undo.replacedVersionId !== null);
		} catch (error) {
			showToast({ tone: "danger", message: windowError(error).message });
		}
	}

	async function choose(choice: "taken" | "kept"): Promise<void> {
		setBusy(true);
		try {
			if (await flush()) {
				const { revision } = await rpc.stories.get.query({ id: storyId });
				const result = await rpc.imports.resolve.mutate({ storyId, versionId, choice, baseRevision: revision });
				setComparing(null);
				await refresh(choice === "taken");
				showToast({
					message:
						choice === "taken" ? t("Medium’s text is in place; yours is kept in the history") : t("Your text stays"),
					undo: () => void undo(result),
				});
			}
		} catch (error) {
			showToast({ tone: "danger", message: windowError(error).message });
		}
		setBusy(false);
	}

	return (
		<>
			<Notice
				label={t("Newer text from Medium")}
				className={styles.banner}
				actions={
					<>
						<Button onPress={() => setComparing(document())}>{t("Compare…")}</Button>
						<Button onPress={() => void choose("kept")} isDisabled={busy}>
							{t("Keep mine")}
						</Button>
					</>
				}
			>
				<p>{t("Medium has a newer text of this story. Yours was edited here, so both are kept.")}</p>
			</Notice>
			<Dialog
				title={t("Your text and Medium’s")}
				isOpen={comparing !== null}
				onOpenChange={(open) => {
					if (!open) setComparing(null);
				}}
				size="wide"
				footer={
					<>
						<Button onPress={() => void choose("taken")} isDisabled={busy}>
							{t("Use Medium’s text")}
						</Button>
						<Button variant="primary" onPress={() => void choose("kept")} isDisabled={busy}>
							{t("Keep mine")}
						</Button>
					</>
				}
			>
				{comparing && (
					<CompareTexts
						mine={comparing}
						theirs={pending.document}
						names={{
							mine: t("Yours"),
							theirs: pending.exportedOn
								? t("Medium’s, exported on {{date}}", { date: formatDate(`${pending.exportedOn}T12:00:00`) })
								: t("Medium’s"),
						}}
					/>
				)}
			</Dialog>
		</>
	);
}
