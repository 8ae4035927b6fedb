import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { Dialog } from "./Dialog.tsx";

interface Props {
	title: string;
	/** What will happen and what is safe. */
	children: ReactNode;
	/** The verb, e.g. "Delete for good". */
	confirmLabel: string;
	tone?: "primary" | "danger";
	isOpen: boolean;
	onOpenChange: (open: boolean) => void;
	onConfirm: () => void;
	/** The writer must type this before the button works. */
	typed?: string;
}

/** Only for what cannot be undone; everything else happens at once with an undo. */
export function ConfirmDialog(props: Props) {
	const { title, children, confirmLabel, tone = "primary", isOpen, onOpenChange, onConfirm, typed } = props;
	const { t } = useTranslation();
	const [text, setText] = useState("");
	const ready = typed === undefined || text.trim() === typed;
	const change = (open: boolean) => {
		setText("");
		onOpenChange(open);
	};
	const confirm = () => {
		change(false);
		onConfirm();
	};
	return (
		<Dialog
			title={title}
			role="alertdialog"
			isOpen={isOpen}
			onOpenChange={change}
			footer={
				<>
					<Button autoFocus={typed === undefined} onPress={() => change(false)}>
						{t("Cancel")}
					</Button>
					<Button variant={tone} isDisabled={!ready} onPress={confirm}>
						{confirmLabel}
					</Button>
				</>
			}
		>
			{children}
			{typed !== undefined && (
				<TextField
					autoFocus
					label={t("Type “{{word}}” to go on", { word: typed })}
					value={text}
					onChange={setText}
					onKeyDown={(event) => {
						if (event.key === "Enter" && ready && !event.nativeEvent.isComposing) confirm();
					}}
				/>
			)}
		</Dialog>
	);
}
