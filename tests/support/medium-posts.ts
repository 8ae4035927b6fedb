/** Invented post files of a Medium export, and what the importer reads in them. */
import { expect } from "vitest";
import { parseMediumPost } from "#domain/medium/post.ts";
import type { Block, BlockOf, BlockType } from "#domain/story/schema.ts";
import { postFile } from "#tests/fixtures/medium-export/post.ts";

const DIVIDER = '<div class="section-divider"><hr class="section-divider"></div>';

/** A section of a post's body as Medium writes it. */
export const section = (inner: string) =>
	`<section name="aa11" class="section section--body">${DIVIDER}<div class="section-content"><div class="section-inner sectionLayout--insetColumn">${inner}</div></div></section>`;

interface FileParts {
	title?: string;
	id?: string;
	publishedAt?: string | null;
	name?: string;
	paid?: boolean;
}

/** Reads a post with this body. */
export function parse(body: string, parts: FileParts = {}) {
	const id = parts.id ?? "0123456789ab";
	const html = postFile({
		title: parts.title ?? "Preview",
		body,
		id,
		publishedAt: parts.publishedAt === undefined ? "2022-06-11T17:43:13.796Z" : parts.publishedAt,
		handle: "invented",
		exportedOn: "2022-09-22",
	});
	return parseMediumPost(html, parts.name ?? `2022-06-11_Preview-${id}.html`, () => parts.paid ?? false);
}

/** Blocks that the grafs of one section become. */
export const blocks = (body: string): Block[] => parse(section(body)).document.blocks;
/** The one block that grafs become. */
export function only<T extends BlockType>(body: string, type: T): BlockOf<T> {
	const found = blocks(body);
	expect(found.map((block) => block.type)).toEqual([type]);
	return found[0] as BlockOf<T>;
}
/** What is said about the grafs of one section. */
export const codes = (body: string) => parse(section(body)).notes.map((note) => note.code);
