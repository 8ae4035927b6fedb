import { COMMAND_PRIORITY_EDITOR, type LexicalEditor } from "lexical";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { native } from "#app/native.ts";
import { windowError } from "#app/rpc.ts";
import type { FileSource } from "#contract/jobs.ts";
import type { MediaAsset } from "#contract/media.ts";
import { sourceFileName } from "#contract/source-name.ts";
import { newBlockId } from "#domain/story/create.ts";
import type { StoryImage } from "#domain/story/schema.ts";
import { INSERT_BLOCK_COMMAND, INSERT_IMAGE_FILES_COMMAND } from "#editor/commands.ts";
import { showToast } from "#ui/toast/toasts.ts";
import { addPicture } from "./add-picture.ts";
import { focusPage } from "./use-editor.ts";

export function pictureOf(asset: MediaAsset, alt = ""): StoryImage {
	return { assetId: asset.assetId, width: asset.width, height: asset.height, alt };
}

/** Pictures from disk: chosen, pasted or dropped, kept in the library before they are shown. */
export function useImages(editor: LexicalEditor): { choose: () => void } {
	const { t } = useTranslation();
	const refusals = useRef<(() => void)[]>([]);
	const latest = useRef<(sources: Promise<FileSource[]>) => Promise<void>>(async () => {});
	useEffect(() => {
		latest.current = async (sources) => {
			const told = (message: string) => refusals.current.push(showToast({ tone: "danger", message }));
			try {
				const chosen = await sources;
				// What was said of earlier ones is answered by choosing again.
				for (const close of refusals.current.splice(0)) close();
				for (const source of chosen) {
					const asset = await addPicture(source, t);
					if ("refused" in asset) {
						const file = sourceFileName(source);
						told(t("“{{file}}” was not added: {{reason}}", { file, reason: asset.refused }));
						continue;
					}
					editor.dispatchCommand(INSERT_BLOCK_COMMAND, {
						id: newBlockId(),
						type: "figure",
						image: pictureOf(asset),
						caption: [],
						layout: "column",
					});
				}
				focusPage(editor);
			} catch (error) {
				told(t("The picture was not added: {{reason}}", { reason: windowError(error).message }));
			}
		};
	});
	useEffect(
		() =>
			editor.registerCommand(
				INSERT_IMAGE_FILES_COMMAND,
				(files) => {
					void latest.current(native.importFiles(files));
					return true;
				},
				COMMAND_PRIORITY_EDITOR,
			),
		[editor],
	);
	return { choose: () => void latest.current(native.chooseFiles("image", { multiple: true })) };
}
