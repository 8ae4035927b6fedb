import type { Block } from "#domain/story/schema.ts";

/** Names of the library's pictures in these blocks, in their order; one that is there twice is named twice. */
export function assetsOf(blocks: readonly Block[]): string[] {
	const images = blocks.flatMap((block) =>
		block.type === "figure" ? [block.image] : block.type === "gallery" ? block.images : [],
	);
	return images.map((image) => image.assetId).filter((asset) => asset !== undefined);
}
