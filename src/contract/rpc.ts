/**
 * Addresses of the service, relative to the page in every host. They are relative because the browser host serves the
 * page below a secret path: `rpc` is `app://studio/rpc` in Electron and `http://127.0.0.1:<port>/<token>/rpc` there.
 */
export const RPC_PATH = "rpc";
export const UPLOAD_PATH = "upload";
export const MEDIA_PATH = "media";
export const EXPORT_PATH = "export";
export const BACKUP_PATH = "backup";
/** Every call and upload carries it; a page elsewhere cannot add it without asking first, and is refused. */
export const STUDIO_HEADER = "x-inkhour";

/** Address of a picture of the library, relative to the page. */
export function mediaUrl(assetId: string): string {
	return `${MEDIA_PATH}/${assetId}`;
}
