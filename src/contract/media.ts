/** Pictures of the library. */
import { z } from "zod";
import { fileSourceSchema } from "./jobs.ts";

export interface MediaAsset {
	/** Name in the library's media folder: SHA-256 in hex plus extension. `mediaUrl` makes an address of it. */
	assetId: string;
	/** Pixels. */
	width: number;
	/** Pixels. */
	height: number;
	mimeType: string;
	/** Size of the file. */
	bytes: number;
}

/** SHA-256 in hex plus the extension of a kind the library keeps. */
export const ASSET_ID = /^[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)$/;

export const addMediaInputSchema = z.object({ source: fileSourceSchema });

export const fetchRemoteInputSchema = z.object({
	url: z.string().max(4096),
	/** A host other than Medium's picture hosts, which the writer has confirmed for this picture. */
	confirmedHost: z.string().max(253).optional(),
});
