import { useTranslation } from "react-i18next";
import { Button } from "#ui/button/Button.tsx";
import { showToast } from "#ui/toast/toasts.ts";
import { native } from "../native.ts";

/** Puts the writer's text where nothing of the studio can lose it. */
export function CopyTextButton({ text }: { text: string }) {
	const { t } = useTranslation();
	return (
		<Button
			onPress={async () => {
				await native.writeClipboard({ text, html: "" });
				showToast({ message: t("The text is on the clipboard") });
			}}
		>
			{t("Copy the text")}
		</Button>
	);
}
