import type { TFunction } from "i18next";
import { rpc, windowError } from "#app/rpc.ts";
import type { FileSource } from "#contract/jobs.ts";
import type { MediaAsset } from "#contract/media.ts";
import { mediaUrl } from "#contract/rpc.ts";
import { sourceFileName } from "#contract/source-name.ts";
import { formatBytes } from "#ui/format/format.ts";
import { showToast } from "#ui/toast/toasts.ts";
import { canDraw } from "../faces/decoded.ts";

/** A picture from this size on is told of. Bytes. */
const LARGE = 10_000_000;

/**
 * Keeps a picture in the library, if the window can show it, and says so where it is very large.
 * @returns the picture, or why it was not taken
 */
export async function addPicture(source: FileSource, t: TFunction): Promise<MediaAsset | { refused: string }> {
	try {
		const asset = await rpc.media.add.mutate({ source });
		if (!(await canDraw(mediaUrl(asset.assetId)))) return { refused: t("It is damaged and cannot be shown") };
		if (asset.bytes >= LARGE)
			showToast({
				message: t("“{{file}}” is a large picture, {{size}}: exports and copies of the library grow by as much.", {
					file: sourceFileName(source),
					size: formatBytes(asset.bytes),
				}),
			});
		return asset;
	} catch (error) {
		return { refused: windowError(error).message };
	}
}
