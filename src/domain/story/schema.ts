/**
 * The story document: the one canonical form of a writer's text.
 *
 * A document is a flat list of blocks; text inside a block is a flat list of spans with marks.
 * Lexical, HTML, Markdown and Medium's export are views of it. Whatever comes from outside goes
 * through {@link parseStoryDocument} in `parse.ts`; inside, documents are trusted and canonical.
 */
import { z } from "zod";
import { STORY_DOCUMENT_VERSION } from "./version.ts";

/** Unique within a document. Medium's four-digit paragraph names are kept so that `#anchors` still work. */
export const blockIdSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

const linkSchema = z.strictObject({
	/** As stored; renderers and exporters must pass it through `safeHref`. */
	href: z.string().max(4096),
	/** Medium's user id when the link is a mention. */
	userId: z.string().max(64).optional(),
});

/** A run of text with one set of marks. `\n` is a line break inside the block. */
export const spanSchema = z.strictObject({
	text: z.string().min(1),
	bold: z.literal(true).optional(),
	italic: z.literal(true).optional(),
	code: z.literal(true).optional(),
	strikethrough: z.literal(true).optional(),
	link: linkSchema.optional(),
	/** Id of the footnote block this span refers to. */
	footnote: blockIdSchema.optional(),
});

const spans = z.array(spanSchema);
const id = blockIdSchema;

/** Picture of a figure or gallery. At least one of `assetId` and `remoteUrl` says where the pixels are. */
export const imageSchema = z.strictObject({
	/** Name of a file in the library's media folder: SHA-256 in hex plus extension. */
	assetId: z
		.string()
		.regex(/^[0-9a-f]{64}\.[a-z0-9]{1,5}$/)
		.optional(),
	/** Never loaded unless the writer asks. */
	remoteUrl: z.string().max(4096).optional(),
	/** Medium's picture id, e.g. `1*abc.png`. */
	mediumId: z.string().max(256).optional(),
	/** Pixels. */
	width: z.int().positive().optional(),
	/** Pixels. */
	height: z.int().positive().optional(),
	alt: z.string(),
	/** Link around the picture. */
	href: z.string().max(4096).optional(),
	featured: z.literal(true).optional(),
});

/** How wide a picture sits: in the column, out of it, full width, or beside the text on the left. */
export const figureLayoutSchema = z.enum(["column", "outset", "fullWidth", "outsetLeft"]);

export const listItemSchema = z.strictObject({
	spans,
	/** 0 is the outermost level. Medium flattens deeper levels. */
	depth: z.int().min(0).max(8),
});

export const blockSchema = z.discriminatedUnion("type", [
	z.strictObject({ id, type: z.literal("kicker"), spans }),
	z.strictObject({ id, type: z.literal("title"), spans }),
	z.strictObject({ id, type: z.literal("subtitle"), spans }),
	z.strictObject({ id, type: z.literal("paragraph"), spans, dropCap: z.literal(true).optional() }),
	z.strictObject({ id, type: z.literal("heading"), level: z.union([z.literal(1), z.literal(2)]), spans }),
	z.strictObject({ id, type: z.literal("quote"), spans }),
	z.strictObject({ id, type: z.literal("pullQuote"), spans }),
	z.strictObject({
		id,
		type: z.literal("list"),
		ordered: z.boolean(),
		/** Number of the first item of an ordered list. */
		start: z.int().min(0).optional(),
		items: z.array(listItemSchema).min(1),
	}),
	z.strictObject({
		id,
		type: z.literal("code"),
		/** Lines separated by `\n`, no trailing line end. */
		text: z.string(),
		language: z.string().max(40).nullable(),
		/** Who decided the language: nobody, Medium's guess, or the writer. */
		languageSource: z.enum(["none", "detected", "writer"]),
	}),
	z.strictObject({
		id,
		type: z.literal("figure"),
		image: imageSchema,
		caption: spans,
		layout: figureLayoutSchema,
	}),
	z.strictObject({
		id,
		type: z.literal("gallery"),
		/** Pictures row by row. */
		images: z.array(imageSchema).min(1),
		caption: spans,
	}),
	z.strictObject({
		id,
		type: z.literal("embed"),
		/** Empty when the export lost it (`kind: "lost"`). */
		url: z.string().max(4096),
		kind: z.enum(["frame", "gist", "tweet", "url", "lost"]),
		caption: spans,
	}),
	z.strictObject({
		id,
		type: z.literal("linkCard"),
		url: z.string().max(4096),
		title: z.string(),
		description: z.string(),
		site: z.string(),
		thumbnailUrl: z.string().max(4096).optional(),
	}),
	z.strictObject({
		id,
		type: z.literal("table"),
		/** Rows of cells; the first row is the header. All rows have the same length. */
		rows: z.array(z.array(spans)).min(1),
	}),
	z.strictObject({ id, type: z.literal("footnote"), spans }),
	z.strictObject({ id, type: z.literal("separator") }),
	/** A note of the writer to themselves; stripped from every export and copy. */
	z.strictObject({ id, type: z.literal("note"), spans }),
]);

export const storyDocumentSchema = z.strictObject({
	version: z.literal(STORY_DOCUMENT_VERSION),
	blocks: z.array(blockSchema).max(100_000),
});

export type Link = z.infer<typeof linkSchema>;
export type Span = z.infer<typeof spanSchema>;
export type StoryImage = z.infer<typeof imageSchema>;
export type FigureLayout = z.infer<typeof figureLayoutSchema>;
export type ListItem = z.infer<typeof listItemSchema>;
export type Block = z.infer<typeof blockSchema>;
export type BlockType = Block["type"];
export type BlockOf<T extends BlockType> = Extract<Block, { type: T }>;
export type StoryDocument = z.infer<typeof storyDocumentSchema>;
