import { $getNodeByKey, $getSelection, $getState, $isRangeSelection, $setState, type LexicalEditor } from "lexical";
import { type RefObject, useId, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { shortcutLabel } from "#app/commands/shortcut.ts";
import { $topBlock } from "#editor/extensions/structure/selection.ts";
import { $isCodeBlock } from "#editor/nodes/CodeBlockNode.ts";
import { languageSourceState, languageState } from "#editor/nodes/states.ts";
import styles from "./CodeBar.module.css";
import { focusPage, sameFields, useEditorValue } from "./use-editor.ts";

/** Names Medium knows; any other may be typed. */
const LANGUAGES =
	"bash c cpp csharp css dart diff elixir go graphql haskell html java javascript json julia kotlin lua markdown objectivec perl php plaintext python r ruby rust scala shell sql swift typescript xml yaml".split(
		" ",
	);

interface Props {
	editor: LexicalEditor;
	page: RefObject<HTMLDivElement | null>;
}

/** Language of the code the caret is in. */
export function CodeBar({ editor, page }: Props) {
	const { t } = useTranslation();
	const listId = useId();
	const code = useEditorValue(
		editor,
		() => {
			const selection = $getSelection();
			const block = $isRangeSelection(selection) ? $topBlock(selection.anchor.getNode()) : null;
			return $isCodeBlock(block)
				? { key: block.getKey(), language: $getState(block, languageState) ?? "" }
				: { key: null, language: "" };
		},
		sameFields,
	);
	const [place, setPlace] = useState({ top: 0, right: 0, below: 0 });

	useLayoutEffect(() => {
		const sheet = page.current?.parentElement;
		if (!sheet || code.key === null) return;
		const put = () => {
			const rect = code.key === null ? null : editor.getElementByKey(code.key)?.getBoundingClientRect();
			const frame = sheet.getBoundingClientRect();
			if (rect)
				setPlace({
					top: rect.top - frame.top - 34,
					right: frame.right - rect.right,
					below: rect.bottom - frame.top,
				});
		};
		put();
		const watch = new ResizeObserver(put);
		if (page.current) watch.observe(page.current);
		return () => watch.disconnect();
	}, [code.key, editor, page]);

	// The bar says the language; the block's own label would say it again.
	// biome-ignore lint/correctness/useExhaustiveDependencies: another language may draw the block anew
	useLayoutEffect(() => {
		const block = code.key === null ? null : editor.getElementByKey(code.key);
		block?.setAttribute("data-edited", "");
		return () => block?.removeAttribute("data-edited");
	}, [code.key, code.language, editor]);

	if (code.key === null) return null;
	const choose = (text: string) => {
		const language = text.trim().slice(0, 40);
		editor.update(() => {
			const node = code.key === null ? null : $getNodeByKey(code.key);
			if (!$isCodeBlock(node)) return;
			$setState(node, languageState, language === "" ? null : language);
			$setState(node, languageSourceState, language === "" ? "none" : "writer");
		});
	};
	return (
		<>
			<div className={styles.bar} style={{ top: place.top, right: place.right }}>
				<input
					key={code.key}
					className={styles.language}
					aria-label={t("Language of the code")}
					placeholder={t("Language")}
					list={listId}
					defaultValue={code.language}
					onChange={(event) => choose(event.target.value)}
					onKeyDown={(event) => {
						if (event.key !== "Enter" && event.key !== "Escape") return;
						event.preventDefault();
						focusPage(editor);
					}}
				/>
				<datalist id={listId}>
					{LANGUAGES.map((language) => (
						<option key={language} value={language} />
					))}
				</datalist>
			</div>
			<span className={styles.hint} style={{ top: place.below, right: place.right }}>
				{t("{{keys}} leaves the code", { keys: shortcutLabel("Mod+Enter") })}
			</span>
		</>
	);
}
