/** `app://studio/`: the window's only origin. */
import { type Protocol, protocol } from "electron";
import type { Studio } from "#service/studio.ts";

const SCHEME = "app";
const HOST = "studio";
export const STUDIO_URL = `${SCHEME}://${HOST}/`;

/** Whether an address is the studio's own. `URL.origin` is "null" for this scheme, so its parts are compared. */
export function isStudioUrl(address: string): boolean {
	if (!URL.canParse(address)) return false;
	const { protocol: scheme, host, username, password } = new URL(address);
	return scheme === `${SCHEME}:` && host === HOST && username === "" && password === "";
}

/** Must run before the app is ready. */
export function registerStudioScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
	]);
}

/** Answers every request of the window with the service. */
export function serveStudio(studio: Studio, target: Pick<Protocol, "handle"> = protocol): void {
	target.handle(SCHEME, async (request) => {
		if (!isStudioUrl(request.url)) return new Response("Not found", { status: 404 });
		try {
			return await studio.fetch(request);
		} catch {
			return new Response("INTERNAL", { status: 500 });
		}
	});
}
