import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { rpc, useTRPC, windowError } from "#app/rpc.ts";
import type { RecoverInput } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { Notice } from "#ui/notice/Notice.tsx";
import { focusOn } from "./focus-on.ts";
import { MissingPictures } from "./MissingPictures.tsx";
import styles from "./PutBackFrame.module.css";

interface Props {
	title: string;
	isOpen: boolean;
	onClose: () => void;
	/** What is put back; `null` while nothing is chosen. */
	way: RecoverInput | null;
	/** How far the choice has come, said aloud; empty where there is nothing to say. */
	status?: string;
	/** Buttons before the last. */
	actions?: ReactNode;
	/** What there is to choose. */
	children: ReactNode;
}

const isSame = (one: RecoverInput | undefined, other: RecoverInput | null) =>
	JSON.stringify(one) === JSON.stringify(other);

/** Puts a backup back and tells what came of it. What the window holds of the library before ends with the page. */
export function PutBackFrame({ title, isOpen, onClose, way, status = "", actions, children }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const recover = useMutation(trpc.library.recover.mutationOptions());
	const look = useMutation({
		mutationFn: () => rpc.library.whenReplaced.query(),
		onSuccess: () => window.location.reload(),
	});
	const back = recover.data;
	// Of what is chosen now: the failure of one backup says nothing about the next.
	const failure = recover.error && isSame(recover.variables, way) ? windowError(recover.error) : null;
	// The pages may be those of a library that is gone: the only way leads to the one that is there.
	const isLost = failure?.code === "UNREACHABLE";
	const isBusy = recover.isPending || look.isPending;
	const close = () => {
		if (isLost) return look.mutate();
		if (back) window.location.reload();
		recover.reset();
		onClose();
	};
	const kept =
		back &&
		(back.movedTo === null
			? t(
					"Your stories, plans and figures are as they were when it was made. The library as it was until now is kept as a backup and can be put back the same way.",
				)
			: t(
					"Your stories, plans and figures are as they were when it was made. The old library was moved to {{folder}}.",
					{
						folder: back.movedTo,
					},
				));
	return (
		<Dialog
			title={back ? t("The backup is back") : isLost ? t("Is the backup back?") : title}
			isOpen={isOpen}
			isDismissable={false}
			onOpenChange={(open) => {
				if (!open && !isBusy) close();
			}}
			footer={
				back || isLost ? (
					<Button key={String(isBusy)} ref={focusOn} variant="primary" isDisabled={isBusy} onPress={close}>
						{back ? t("Open the library") : t("Look again")}
					</Button>
				) : (
					<>
						<Button isDisabled={isBusy} onPress={close}>
							{t("Cancel")}
						</Button>
						{!isBusy && actions}
						{way && (
							<Button
								// A failure gives the focus back that it took.
								key={String(isBusy)}
								variant="primary"
								autoFocus={failure !== null}
								isDisabled={isBusy}
								onPress={() => recover.mutate(way)}
							>
								{t("Put back this backup")}
							</Button>
						)}
					</>
				)
			}
		>
			<p role="status" className={styles.status}>
				{kept ?? (isBusy ? t("Working…") : isLost ? "" : status)}
			</p>
			{back ? <MissingPictures missing={back.missing} /> : !isLost && children}
			{isLost && (
				<Notice tone="caution" role="alert">
					<p>
						{t(
							"The studio did not answer to the end, so it is not known whether the backup was put back. It may still be at work. Look again to open the library as it is now.",
						)}
					</p>
					{look.error && <p>{t("The studio still does not answer. If Inkhour is not running, start it again.")}</p>}
				</Notice>
			)}
			{failure && !isLost && (
				<Notice tone="danger" role="alert">
					{t("The backup was not put back: {{reason}}. Nothing was changed.", { reason: failure.message })}
				</Notice>
			)}
		</Dialog>
	);
}
