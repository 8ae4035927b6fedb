import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { StoryVersionInfo } from "#contract/story.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { formatDateTime, formatNumber } from "#ui/format/format.ts";
import { TextField } from "#ui/text-field/TextField.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { exchangeText } from "../exchange-text.ts";
import type { StorySession } from "../session.ts";
import styles from "./VersionsDialog.module.css";

const CompareTexts = lazy(() =>
	import("#features/import/CompareTexts.tsx").then(({ CompareTexts }) => ({ default: CompareTexts })),
);

interface Props {
	session: StorySession;
	/** Id of the session's story. */
	storyId: string;
	/** Another session took this one's place. */
	onReplace: (session: StorySession) => void;
	onClose: () => void;
}

/** Earlier texts of the story: look, compare, put back, keep the present one under a name. */
export default function VersionsDialog({ session, storyId, onReplace, onClose }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const {
		data: versions,
		error,
		refetch,
	} = useQuery({ ...trpc.stories.versions.queryOptions({ id: storyId }), staleTime: 0 });
	const [compared, setCompared] = useState<string | null>(null);
	const other = useQuery({
		...trpc.stories.version.queryOptions({ versionId: compared ?? "" }),
		enabled: compared !== null,
	});
	const [label, setLabel] = useState("");
	const [busy, setBusy] = useState(false);

	const run = (work: () => Promise<void>) => () => {
		setBusy(true);
		work()
			.catch((problem: unknown) => showToast({ tone: "danger", message: windowError(problem).message }))
			.finally(() => setBusy(false));
	};
	const keep = run(async () => {
		await session.flush();
		await rpc.stories.snapshot.mutate({ id: storyId, label: label.trim() });
		setLabel("");
		await refetch();
	});
	const restore = (version: StoryVersionInfo) =>
		run(async () => {
			const replaced = await exchangeText(storyId, version.id, onReplace);
			onClose();
			showToast({
				message: t("The text of {{time}} is in place; the one before is kept.", {
					time: formatDateTime(version.createdAt),
				}),
				...(replaced && {
					undo: () =>
						void exchangeText(storyId, replaced, onReplace).catch((problem: unknown) =>
							showToast({ tone: "danger", message: windowError(problem).message }),
						),
				}),
			});
		});
	const nameOf = (version: StoryVersionInfo) => {
		if (version.label !== "") return version.label;
		if (version.origin === "import") return t("From Medium");
		return version.origin === "replaced" ? t("Replaced text") : t("Kept automatically");
	};

	return (
		<Dialog
			title={t("Versions")}
			size="wide"
			isOpen
			onOpenChange={(open) => {
				if (!open) onClose();
			}}
			footer={
				compared === null ? (
					<Button onPress={onClose}>{t("Close")}</Button>
				) : (
					<>
						<Button onPress={() => setCompared(null)}>{t("All versions")}</Button>
						{other.data && (
							<Button variant="primary" isDisabled={busy} onPress={restore(other.data)}>
								{t("Put this text back")}
							</Button>
						)}
					</>
				)
			}
		>
			{compared === null ? (
				<>
					<form
						className={styles.keep}
						onSubmit={(event) => {
							event.preventDefault();
							if (label.trim() !== "" && !busy) keep();
						}}
					>
						<TextField
							label={t("Keep the text as it is now, under a name")}
							className={styles.name ?? ""}
							value={label}
							onChange={setLabel}
							maxLength={200}
						/>
						<Button type="submit" isDisabled={busy || label.trim() === ""}>
							{t("Keep")}
						</Button>
					</form>
					{error && <p className={styles.note}>{windowError(error).message}</p>}
					{versions?.length === 0 && (
						<p className={styles.note}>
							{t("No earlier text is kept yet. While you write, one is kept about every ten minutes.")}
						</p>
					)}
					<ul className={styles.list}>
						{versions?.map((version) => (
							<li key={version.id} className={styles.version}>
								<div className={styles.words}>
									<strong>{nameOf(version)}</strong>
									<span className={styles.note}>{formatDateTime(version.createdAt)}</span>
									<span className={styles.note}>
										{t("{{shown}} words", {
											defaultValue_one: "{{shown}} word",
											shown: formatNumber(version.words),
											count: version.words,
										})}
									</span>
								</div>
								<Button
									aria-label={t("Compare with the text of {{time}}", { time: formatDateTime(version.createdAt) })}
									onPress={() => setCompared(version.id)}
								>
									{t("Compare…")}
								</Button>
								<Button
									aria-label={t("Put back the text of {{time}}", { time: formatDateTime(version.createdAt) })}
									isDisabled={busy}
									onPress={restore(version)}
								>
									{t("Put back")}
								</Button>
							</li>
						))}
					</ul>
				</>
			) : other.data ? (
				<Suspense fallback={null}>
					<CompareTexts
						mine={session.document()}
						theirs={other.data.document}
						names={{ mine: t("The text now"), theirs: formatDateTime(other.data.createdAt) }}
					/>
				</Suspense>
			) : (
				<p className={styles.note}>{other.error ? windowError(other.error).message : t("Reading the text…")}</p>
			)}
		</Dialog>
	);
}
