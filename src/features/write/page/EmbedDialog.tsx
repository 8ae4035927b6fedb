import type { LexicalEditor } from "lexical";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { newBlockId } from "#domain/story/create.ts";
import { INSERT_BLOCK_COMMAND } from "#editor/commands.ts";
import { typedAddress } from "#editor/extensions/links/links.ts";
import { Button } from "#ui/button/Button.tsx";
import { Dialog } from "#ui/dialog/Dialog.tsx";
import { TextField } from "#ui/text-field/TextField.tsx";
import { focusPage } from "./use-editor.ts";

interface Props {
	editor: LexicalEditor;
	onClose: () => void;
}

/** Asks for the address of an embed. Nothing is loaded from it. */
export function EmbedDialog({ editor, onClose }: Props) {
	const { t } = useTranslation();
	const [text, setText] = useState("");
	const [wrong, setWrong] = useState(false);
	const formId = useId();
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const url = typedAddress(text);
		if (!url?.startsWith("http")) {
			setWrong(true);
			return;
		}
		onClose();
		editor.dispatchCommand(INSERT_BLOCK_COMMAND, { id: newBlockId(), type: "embed", url, kind: "url", caption: [] });
		focusPage(editor);
	};
	return (
		<Dialog
			title={t("Embed by address")}
			isOpen
			onOpenChange={(open) => !open && onClose()}
			footer={
				<>
					<Button onPress={onClose}>{t("Cancel")}</Button>
					<Button variant="primary" type="submit" form={formId}>
						{t("Embed")}
					</Button>
				</>
			}
		>
			<form id={formId} onSubmit={submit}>
				<TextField
					label={t("Address")}
					hint={t("A video, a gist, a post. The studio keeps the address and loads nothing; Medium shows the content.")}
					placeholder="https://"
					value={text}
					onChange={(value) => {
						setText(value);
						setWrong(false);
					}}
					error={wrong ? t("That is no web address.") : undefined}
					autoFocus
				/>
			</form>
		</Dialog>
	);
}
