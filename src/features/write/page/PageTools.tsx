import type { LexicalEditor } from "lexical";
import { $getRoot } from "lexical";
import { lazy, type RefObject, Suspense, useEffect, useState } from "react";
import { loadClipboardReader } from "#editor/extensions/clipboard/clipboard.ts";
import { $isCaptioned } from "#editor/nodes/CaptionedNode.ts";
import { Announcer } from "./Announcer.tsx";
import { BlockMenu } from "./BlockMenu.tsx";
import { CodeBar } from "./CodeBar.tsx";
import { EmbedDialog } from "./EmbedDialog.tsx";
import { LinkEditor } from "./LinkEditor.tsx";
import { PageCommands } from "./PageCommands.tsx";
import { SelectionToolbar } from "./SelectionToolbar.tsx";
import { useEditorValue } from "./use-editor.ts";

const Faces = lazy(() => import("../faces/Faces.tsx"));

interface Props {
	editor: LexicalEditor;
	page: RefObject<HTMLDivElement | null>;
	/** Asks for pictures from disk. */
	onImage: () => void;
}

/** Everything that floats over the page; loaded after the caret takes text. */
export default function PageTools({ editor, page, onImage }: Props) {
	const hasFaces = useEditorValue(editor, () => $getRoot().getChildren().some($isCaptioned), Object.is);
	const [asksForEmbed, setAsksForEmbed] = useState(false);
	useEffect(() => {
		// A paste asks again, and says so where it fails.
		loadClipboardReader().catch(() => {});
	}, []);
	return (
		<>
			<SelectionToolbar editor={editor} page={page} />
			<LinkEditor editor={editor} page={page} />
			<BlockMenu editor={editor} page={page} onImage={onImage} onEmbed={() => setAsksForEmbed(true)} />
			<CodeBar editor={editor} page={page} />
			<Announcer editor={editor} />
			<PageCommands editor={editor} />
			{asksForEmbed && <EmbedDialog editor={editor} onClose={() => setAsksForEmbed(false)} />}
			{hasFaces && (
				<Suspense fallback={null}>
					<Faces editor={editor} />
				</Suspense>
			)}
		</>
	);
}
