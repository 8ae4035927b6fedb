/** What a Lexical node carries beyond Lexical's own fields, so that no part of the story document is lost. */
import { createState } from "lexical";
import type { BlockOf } from "#domain/story/schema.ts";

const text = (value: unknown) => (typeof value === "string" ? value : "");
const count = (value: unknown) => (typeof value === "number" ? value : 0);

/** Id of the block in the story document; empty until the editor gives one. A copied node never keeps it. */
export const blockIdState = createState("blockId", { parse: text, resetOnCopyNode: true });

export const TEXT_KINDS = [
	"paragraph",
	"kicker",
	"title",
	"subtitle",
	"heading1",
	"heading2",
	"quote",
	"pullQuote",
	"footnote",
	"note",
] as const;
/** Kinds of block that are one run of text. */
export type TextKind = (typeof TEXT_KINDS)[number];

export const kindState = createState("kind", {
	parse: (value): TextKind => TEXT_KINDS.find((kind) => kind === value) ?? "paragraph",
});
export const dropCapState = createState("dropCap", { parse: (value) => value === true });

export const orderedState = createState("ordered", { parse: (value) => value === true });
/** First number of an ordered list; `null` when the document does not say. */
export const startState = createState("start", {
	parse: (value) => (typeof value === "number" ? value : null),
});
export const depthState = createState("depth", { parse: count });

export const languageState = createState("language", {
	parse: (value) => (typeof value === "string" ? value : null),
});
export const languageSourceState = createState("languageSource", {
	parse: (value): BlockOf<"code">["languageSource"] => (value === "detected" || value === "writer" ? value : "none"),
});

/** Medium's user id of a mention. */
export const linkUserState = createState("linkUser", { parse: text });
/** Id of the footnote block that a piece of text refers to. */
export const footnoteState = createState("footnoteId", { parse: text });
/** Text format of a line break, so that marks which span it survive. `-1`: as its neighbours. */
export const breakFormatState = createState("breakFormat", {
	parse: (value) => (typeof value === "number" ? value : -1),
});

export type CaptionedPayload =
	| Omit<BlockOf<"figure">, "id" | "caption">
	| Omit<BlockOf<"gallery">, "id" | "caption">
	| Omit<BlockOf<"embed">, "id" | "caption">;
export type CardPayload =
	| Omit<BlockOf<"linkCard">, "id">
	| Omit<BlockOf<"table">, "id">
	| Omit<BlockOf<"separator">, "id">;

function isPayload<T extends { type: string }>(value: unknown, types: readonly T["type"][]): value is T {
	return typeof value === "object" && value !== null && "type" in value && types.some((known) => known === value.type);
}

const LOST_EMBED: CaptionedPayload = { type: "embed", url: "", kind: "lost" };
const SEPARATOR: CardPayload = { type: "separator" };

/** The document's own object, never changed in place. Only what passed the document's schema is put here. */
export const captionedState = createState("captioned", {
	parse: (value): CaptionedPayload =>
		isPayload<CaptionedPayload>(value, ["figure", "gallery", "embed"]) ? value : LOST_EMBED,
});
export const cardState = createState("card", {
	parse: (value): CardPayload =>
		isPayload<CardPayload>(value, ["linkCard", "table", "separator"]) ? value : SEPARATOR,
});
