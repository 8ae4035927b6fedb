import { COMMAND_PRIORITY_CRITICAL, type LexicalEditor, mergeRegister, REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

/** Tells a screen reader what a key did that the text itself does not tell. */
export function Announcer({ editor }: { editor: LexicalEditor }) {
	const { t } = useTranslation();
	const [said, setSaid] = useState<{ text: string; count: number }>({ text: "", count: 0 });
	useEffect(() => {
		const say = (text: string) => () => {
			setSaid((before) => ({ text, count: before.count + 1 }));
			return false;
		};
		return mergeRegister(
			editor.registerCommand(UNDO_COMMAND, say(t("Undone")), COMMAND_PRIORITY_CRITICAL),
			editor.registerCommand(REDO_COMMAND, say(t("Redone")), COMMAND_PRIORITY_CRITICAL),
		);
	}, [editor, t]);
	return (
		<div role="status" className="story-hidden">
			{/* A changed key makes the same word heard again. */}
			<span key={said.count}>{said.text}</span>
		</div>
	);
}
