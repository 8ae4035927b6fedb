import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTRPC, windowError } from "#app/rpc.ts";
import type { RecoverInput } from "#contract/library.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { Notice } from "#ui/notice/Notice.tsx";
import { MissingPictures } from "./MissingPictures.tsx";

interface Props {
	title: string;
	isOpen: boolean;
	onClose: () => void;
	/** What is put back; `null` while nothing is chosen. */
	way: RecoverInput | null;
	/** Buttons before the last. */
	actions?: ReactNode;
	/** What there is to choose. */
	children: ReactNode;
}

/** Puts a backup back and tells what came of it. What the window holds of the library before ends with the page. */
export function PutBackFrame({ title, isOpen, onClose, way, actions, children }: Props) {
	const { t } = useTranslation();
	const trpc = useTRPC();
	const recover = useMutation(trpc.library.recover.mutationOptions());
	const back = recover.data;
	const close = () => {
		if (back) window.location.reload();
		recover.reset();
		onClose();
	};
	return (
		<Dialog
			title={back ? t("The backup is back") : title}
			isOpen={isOpen}
			isDismissable={false}
			onOpenChange={(open) => {
				if (!open && !recover.isPending) close();
			}}
			footer={
				back ? (
					<Button variant="primary" onPress={close}>
						{t("Open the library")}
					</Button>
				) : (
					<>
						<Button isDisabled={recover.isPending} onPress={close}>
							{t("Cancel")}
						</Button>
						{!recover.isPending && actions}
						{way && (
							<Button variant="primary" isDisabled={recover.isPending} onPress={() => recover.mutate(way)}>
								{t("Put back this backup")}
							</Button>
						)}
					</>
				)
			}
		>
			{back ? (
				<>
					<p>
						{back.movedTo === null
							? t(
									"Your stories, plans and figures are as they were when it was made. The library as it was until now is kept as a backup and can be put back the same way.",
								)
							: t(
									"Your stories, plans and figures are as they were when it was made. The old library was moved to {{folder}}.",
									{ folder: back.movedTo },
								)}
					</p>
					<MissingPictures missing={back.missing} />
				</>
			) : (
				<>
					{children}
					{recover.isPending && <p role="status">{t("Working…")}</p>}
					{recover.error && (
						<Notice tone="danger" role="alert">
							{t("The backup was not put back: {{reason}}. The library is as it was.", {
								reason: windowError(recover.error).message,
							})}
						</Notice>
					)}
				</>
			)}
		</Dialog>
	);
}
