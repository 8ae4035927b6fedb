import { $getSelection, $isRangeSelection, COMMAND_PRIORITY_LOW, type LexicalEditor } from "lexical";
import { Check, ExternalLink, Unlink } from "lucide-react";
import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { safeHref } from "#domain/story/links.ts";
import { EDIT_LINK_COMMAND, SET_LINK_COMMAND } from "#editor/commands.ts";
import { $linkAtSelection, typedAddress } from "#editor/extensions/links/links.ts";
import { Button } from "#ui/button/Button.tsx";
import { IconButton } from "#ui/icon-button/IconButton.tsx";
import { markSelection, placeBeside, selectionRect } from "./anchor.ts";
import styles from "./LinkEditor.module.css";
import { focusPage, useEditorValue } from "./use-editor.ts";

interface Props {
	editor: LexicalEditor;
	page: RefObject<HTMLDivElement | null>;
}

/** Shows the link at the caret; edits it, or makes one of the selection. */
export function LinkEditor({ editor, page }: Props) {
	const { t } = useTranslation();
	const href = useEditorValue(
		editor,
		() => {
			const selection = $getSelection();
			return $isRangeSelection(selection) && selection.isCollapsed() ? ($linkAtSelection()?.getURL() ?? null) : null;
		},
		Object.is,
	);
	const [draft, setDraft] = useState<string | null>(null);
	const [wrong, setWrong] = useState(false);
	const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
	const box = useRef<HTMLDivElement>(null);
	const field = useRef<HTMLInputElement>(null);
	const rect = useRef<DOMRect | null>(null);
	const editing = draft !== null;
	const open = editing || href !== null;

	useEffect(
		() =>
			editor.registerCommand(
				EDIT_LINK_COMMAND,
				() => {
					rect.current = page.current && selectionRect(page.current);
					setWrong(false);
					setDraft($linkAtSelection()?.getURL() ?? "");
					return true;
				},
				COMMAND_PRIORITY_LOW,
			),
		[editor, page],
	);

	// biome-ignore lint/correctness/useExhaustiveDependencies: another link is another place
	useLayoutEffect(() => {
		if (!open || !box.current) return;
		if (!editing) rect.current = page.current && selectionRect(page.current);
		const size = { width: box.current.offsetWidth, height: box.current.offsetHeight };
		if (rect.current) setPlace(placeBeside(page, rect.current, size, "below"));
	}, [open, editing, href, page]);

	useLayoutEffect(() => {
		if (!editing) return;
		const unmark = markSelection(page.current);
		const take = () => field.current?.focus({ preventScroll: true });
		take();
		// The editor may put its selection, and with it the focus, back once more.
		const frame = requestAnimationFrame(() => {
			if (document.activeElement === page.current) take();
		});
		const leave = () => setDraft(null);
		const element = page.current;
		element?.addEventListener("pointerdown", leave);
		return () => {
			cancelAnimationFrame(frame);
			element?.removeEventListener("pointerdown", leave);
			unmark();
		};
	}, [editing, page]);

	if (!open) return null;

	const close = () => {
		setDraft(null);
		setWrong(false);
		focusPage(editor);
	};
	const submit = (event: FormEvent) => {
		event.preventDefault();
		const text = (draft ?? "").trim();
		const address = text === "" ? null : typedAddress(text);
		if (text !== "" && address === null) {
			setWrong(true);
			return;
		}
		focusPage(editor);
		editor.dispatchCommand(SET_LINK_COMMAND, address);
		setDraft(null);
	};
	const safe = href === null ? null : safeHref(href);

	return (
		<div
			ref={box}
			role="dialog"
			aria-label={t("Link")}
			className={styles.box}
			data-link-editing={editing || undefined}
			style={place ? { left: place.left, top: place.top } : { opacity: 0 }}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.preventDefault();
				event.stopPropagation();
				close();
			}}
		>
			{draft === null ? (
				<>
					<span className={styles.address} dir="auto" title={href ?? ""}>
						{href}
					</span>
					<Button bare onPress={() => setDraft(href ?? "")}>
						{t("Edit")}
					</Button>
					{safe && !safe.startsWith("#") && (
						<IconButton
							label={t("Open link")}
							icon={ExternalLink}
							size="small"
							onPress={() => void native.openExternal(safe)}
						/>
					)}
					<IconButton
						label={t("Remove link")}
						icon={Unlink}
						size="small"
						onPress={() => {
							focusPage(editor);
							editor.dispatchCommand(SET_LINK_COMMAND, null);
						}}
					/>
				</>
			) : (
				<form className={styles.form} onSubmit={submit}>
					<input
						ref={field}
						className={styles.input}
						aria-label={t("Address")}
						aria-invalid={wrong}
						aria-describedby={wrong ? "link-wrong" : undefined}
						placeholder={t("https://…")}
						value={draft}
						onChange={(event) => {
							setDraft(event.target.value);
							setWrong(false);
						}}
						onFocus={(event) => event.target.select()}
					/>
					<IconButton label={t("Apply")} icon={Check} size="small" type="submit" />
					{wrong && (
						<p id="link-wrong" role="alert" className={styles.wrong}>
							{t("A link starts with https:// or is an e-mail address.")}
						</p>
					)}
				</form>
			)}
		</div>
	);
}
