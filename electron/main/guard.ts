/** What a page in our window may not do: go elsewhere, open windows, attach views, use devices, reach the network. */
import { type Session, shell, type WebContents } from "electron";
import { isOpenableLink } from "#contract/native-api.ts";
import { isStudioUrl, STUDIO_URL } from "./scheme.ts";

/** Hands a link to the system's browser or mail program, when it is of an allowed kind. @returns whether it did */
export async function openExternal(url: string): Promise<boolean> {
	if (!isOpenableLink(url)) return false;
	await shell.openExternal(new URL(url).href);
	return true;
}

/** The page itself, e.g. for a reload; its fragment is the route. */
function isStudioPage(address: string): boolean {
	return isStudioUrl(address) && new URL(address).href.split("#")[0] === STUDIO_URL;
}

/** Keeps a page where it is. */
export function guardContents(contents: WebContents): void {
	contents.on("will-navigate", (event) => {
		if (!isStudioPage(event.url)) event.preventDefault();
	});
	contents.on("will-frame-navigate", (event) => {
		if (!event.isMainFrame || !isStudioPage(event.url)) event.preventDefault();
	});
	contents.on("will-redirect", (event) => event.preventDefault());
	contents.on("will-attach-webview", (event) => event.preventDefault());
	contents.setWindowOpenHandler(({ url }) => {
		void openExternal(url);
		return { action: "deny" };
	});
}

/** Copying is the one thing a page is let do; pasting goes through the menu and keys, which need no leave. */
const ALLOWED_PERMISSION = "clipboard-sanitized-write";
/** What the page's own requests may use. The service, not the page, fetches pictures. */
const ALLOWED_SCHEMES = new Set(["app:", "blob:", "data:", "devtools:"]);

/** Refuses devices, permissions and every request that would leave the machine. */
export function guardSession(session: Session): void {
	session.setPermissionRequestHandler((contents, permission, callback) =>
		callback(permission === ALLOWED_PERMISSION && isStudioUrl(contents.getURL())),
	);
	session.setPermissionCheckHandler(
		(contents, permission) => permission === ALLOWED_PERMISSION && isStudioUrl(contents?.getURL() ?? ""),
	);
	session.setDevicePermissionHandler(() => false);
	session.webRequest.onBeforeRequest((details, callback) =>
		callback({ cancel: !URL.canParse(details.url) || !ALLOWED_SCHEMES.has(new URL(details.url).protocol) }),
	);
}
