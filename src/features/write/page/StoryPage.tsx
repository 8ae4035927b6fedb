import { $getRoot, $isElementNode, type LexicalEditor } from "lexical";
import { type CSSProperties, lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { $textKind } from "#editor/nodes/TextBlockNode.ts";
import { useImages } from "./use-images.ts";
import "./page.css";
import "./lists.css";
import "./objects.css";
import "./placeholders.css";

const PageTools = lazy(() => import("./PageTools.tsx"));

const toCome = <span hidden data-settled={false} />;

/** Below the fold of work: the tools come once the caret takes text. */
const TOOLS_AFTER_MS = 60;

interface Props {
	editor: LexicalEditor;
	/** Puts the caret into the page when it appears. */
	autoFocus: boolean;
}

/** Caret to an empty title, else to the first empty paragraph (a draft from the plan has its title), else to the start. */
function placeCaret(editor: LexicalEditor): void {
	editor.update(
		() => {
			const blocks = $getRoot().getChildren();
			const empty = (kind: "title" | "paragraph") =>
				blocks.filter($isElementNode).find((node) => $textKind(node) === kind && node.isEmpty());
			(empty("title") ?? empty("paragraph") ?? blocks.find($isElementNode))?.selectStart();
		},
		{ tag: "history-merge" },
	);
	editor.focus();
}

/** The page: one column, the text and nothing else. */
export function StoryPage({ editor, autoFocus }: Props) {
	const { t } = useTranslation();
	const page = useRef<HTMLDivElement>(null);
	const [ready, setReady] = useState(false);
	// Not with the tools: a picture may be pasted before they are there.
	const images = useImages(editor);

	useLayoutEffect(() => {
		editor.setRootElement(page.current);
		if (autoFocus) placeCaret(editor);
		return () => editor.setRootElement(null);
	}, [editor, autoFocus]);

	useEffect(() => {
		const timer = setTimeout(() => setReady(true), TOOLS_AFTER_MS);
		return () => clearTimeout(timer);
	}, []);

	const words = {
		"--word-title": JSON.stringify(t("Title")),
		"--word-subtitle": JSON.stringify(t("Subtitle")),
		"--word-kicker": JSON.stringify(t("Kicker")),
		"--word-text": JSON.stringify(t("Tell your story")),
		"--word-caption": JSON.stringify(t("Caption (optional)")),
		"--word-code": JSON.stringify(t("Code")),
		"--word-note": JSON.stringify(t("Note to self")),
		"--word-footnote": JSON.stringify(t("Footnote")),
	} as CSSProperties;

	return (
		<div className="story-sheet" style={words}>
			{/* biome-ignore lint/a11y/useSemanticElements: a rich text is no textarea */}
			<div
				ref={page}
				className="story-page"
				contentEditable
				suppressContentEditableWarning
				role="textbox"
				tabIndex={0}
				aria-multiline="true"
				aria-label={t("Story text")}
				aria-describedby="story-page-help"
				spellCheck
				data-story-page=""
			/>
			<p id="story-page-help" className="story-hidden">
				{t("Press Alt+F10 for the formatting toolbar. Press Escape, then Tab, to leave the text.")}
			</p>
			{ready ? (
				<Suspense fallback={toCome}>
					<PageTools editor={editor} page={page} onImage={images.choose} />
				</Suspense>
			) : (
				toCome
			)}
		</div>
	);
}
