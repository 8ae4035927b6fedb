/** Builds the editor of one story. Every story has its own, so that texts never mix. */
import { buildEditorFromExtensions } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { registerRichText } from "@lexical/rich-text";
import { configExtension, defineExtension, type LexicalEditorWithDispose } from "lexical";
import type { StoryDocument } from "#domain/story/schema.ts";
import { $setDocument } from "./convert/to-nodes.ts";
import { BlockIdsExtension } from "./extensions/block-ids/block-ids.ts";
import { CaretExtension } from "./extensions/caret/caret.ts";
import { ClipboardExtension, PAGE_NAMESPACE } from "./extensions/clipboard/clipboard.ts";
import { CodeExtension } from "./extensions/code/code.ts";
import { LinksExtension } from "./extensions/links/links.ts";
import { ListsExtension } from "./extensions/lists/lists.ts";
import { MarkdownExtension } from "./extensions/markdown/markdown.ts";
import { MarksExtension } from "./extensions/marks/marks.ts";
import { StructureExtension } from "./extensions/structure/structure.ts";
import { STORY_NODES } from "./nodes/index.ts";

/** Typing within this many milliseconds of the last key is undone together. */
const UNDO_DELAY = 600;
/** Undo steps kept. */
const UNDO_DEPTH = 1000;

export function createStoryEditor(document: StoryDocument, onError: (error: Error) => void): LexicalEditorWithDispose {
	return buildEditorFromExtensions(
		defineExtension({
			name: "inkhour/story",
			namespace: PAGE_NAMESPACE,
			nodes: STORY_NODES,
			// Of bold, italic and code only one gives the tag; a struck text has only a look.
			theme: { text: { italic: "story-italic", strikethrough: "story-struck" } },
			dependencies: [
				configExtension(HistoryExtension, { delay: UNDO_DELAY, maxDepth: UNDO_DEPTH }),
				CaretExtension,
				BlockIdsExtension,
				StructureExtension,
				ListsExtension,
				CodeExtension,
				MarksExtension,
				LinksExtension,
				MarkdownExtension,
				ClipboardExtension,
			],
			$initialEditorState: () => $setDocument(document),
			register: (editor) => registerRichText(editor),
			onError,
		}),
	);
}
