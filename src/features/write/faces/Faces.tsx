import { $getNodeByKey, $getRoot, $getState, $setState, type LexicalEditor } from "lexical";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { MOVE_BLOCK_COMMAND } from "#editor/commands.ts";
import { $isCaptioned, $selectBlock, CaptionedNode, FACE_CLASS } from "#editor/nodes/CaptionedNode.ts";
import { type CaptionedPayload, captionedState } from "#editor/nodes/states.ts";
import { EmbedFace } from "./EmbedFace.tsx";
import { FigureFace } from "./FigureFace.tsx";
import { GalleryFace } from "./GalleryFace.tsx";

interface Face {
	key: string;
	payload: CaptionedPayload;
	selected: boolean;
	container: HTMLElement;
}

/** What a face may do to its block. */
export interface FaceActions {
	change: (payload: CaptionedPayload) => void;
	select: () => void;
	/** One place up or down. */
	move: (direction: -1 | 1) => void;
	remove: () => void;
}

function readFaces(editor: LexicalEditor): Face[] {
	return editor.read("latest", () =>
		$getRoot()
			.getChildren()
			.flatMap((node) => {
				if (!$isCaptioned(node)) return [];
				const container = editor.getElementByKey(node.getKey())?.querySelector<HTMLElement>(`:scope > .${FACE_CLASS}`);
				const payload = $getState(node, captionedState);
				return container ? [{ key: node.getKey(), payload, selected: node.isSelected(), container }] : [];
			}),
	);
}

function same(a: readonly Face[], b: readonly Face[]): boolean {
	return (
		a.length === b.length &&
		a.every((face, index) => {
			const other = b[index];
			return (
				other?.key === face.key &&
				other.payload === face.payload &&
				other.selected === face.selected &&
				other.container === face.container
			);
		})
	);
}

/** Draws the faces of figures, galleries and embeds into the places the page keeps for them. */
export default function Faces({ editor }: { editor: LexicalEditor }) {
	const [faces, setFaces] = useState<readonly Face[]>(() => readFaces(editor));
	useEffect(() => {
		const read = () =>
			setFaces((before) => {
				const next = readFaces(editor);
				return same(before, next) ? before : next;
			});
		read();
		const stopMutations = editor.registerMutationListener(CaptionedNode, read);
		// Only whether one is selected can change without a mutation.
		const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
			if (dirtyElements.size === 0 && dirtyLeaves.size === 0) read();
		});
		return () => {
			stopMutations();
			stopUpdates();
		};
	}, [editor]);

	return faces.map(({ key, payload, selected, container }) => {
		const actions: FaceActions = {
			change: (next) =>
				editor.update(() => {
					const node = $getNodeByKey(key);
					if ($isCaptioned(node)) $setState(node, captionedState, next);
				}),
			select: () =>
				editor.update(() => {
					const node = $getNodeByKey(key);
					if (node) $selectBlock(node);
				}),
			move: (direction) => {
				editor.update(
					() => {
						const node = $getNodeByKey(key);
						if (node) $selectBlock(node);
					},
					{ discrete: true },
				);
				editor.dispatchCommand(MOVE_BLOCK_COMMAND, direction);
			},
			remove: () => {
				editor.update(() => {
					const node = $getNodeByKey(key);
					if (!node) return;
					(node.getNextSibling() ?? node.getPreviousSibling())?.selectStart();
					node.remove();
				});
				editor.focus();
			},
		};
		const face =
			payload.type === "figure" ? (
				<FigureFace payload={payload} selected={selected} actions={actions} />
			) : payload.type === "gallery" ? (
				<GalleryFace payload={payload} actions={actions} />
			) : (
				<EmbedFace payload={payload} actions={actions} />
			);
		return createPortal(face, container, key);
	});
}
