/** What the page can be asked to do. Toolbar, menu, shortcuts and tests all dispatch these. */
import { createCommand } from "lexical";
import type { Block } from "#domain/story/schema.ts";
import type { TextKind } from "./nodes/states.ts";

/** What the selected blocks may be turned into. */
export type BlockChoice = TextKind | "bulletList" | "numberedList" | "code";

/** Turns the selected blocks into a kind; the same kind again turns them back into paragraphs. */
export const SET_BLOCK_COMMAND = createCommand<BlockChoice>("SET_BLOCK");
/** Quote → pull quote → paragraph. */
export const CYCLE_QUOTE_COMMAND = createCommand<void>("CYCLE_QUOTE");
/** Puts a canonical block at the caret, in place of an empty paragraph. */
export const INSERT_BLOCK_COMMAND = createCommand<Block>("INSERT_BLOCK");
/** Moves the selected blocks, or the list item, one place up (-1) or down (1). */
export const MOVE_BLOCK_COMMAND = createCommand<-1 | 1>("MOVE_BLOCK");
/** Links the selection, changes the link around it, or with `null` takes the link away. */
export const SET_LINK_COMMAND = createCommand<string | null>("SET_LINK");
/** Asks the page to show the link editor. */
export const EDIT_LINK_COMMAND = createCommand<void>("EDIT_LINK");
/** Image files that were pasted, dropped or chosen. */
export const INSERT_IMAGE_FILES_COMMAND = createCommand<readonly File[]>("INSERT_IMAGE_FILES");
