import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Catalogue } from "#domain/words/catalogue.ts";
import type { Studio } from "#service/studio.ts";
import { nodeReadable } from "#service/web-stream.ts";
import { Access } from "./access.ts";
import { refusalPage } from "./refusal.ts";
import { readCatalogues, speakerFor } from "./words.ts";

export interface BrowserHost {
	/** One-time link that opens the studio in a browser: the one made last. */
	readonly link: string;
	readonly port: number;
	/** A new one-time link; the one before stops working. */
	newLink(): string;
	close(): Promise<void>;
}

const OPEN_PATH = "/open";

/**
 * Serves a studio on 127.0.0.1 to the browser that opened the link, and to nobody else.
 * @param options.port 0 for any free one
 * @param options.catalogues the languages beside English for visitors who are refused; those of the window when left out
 * @throws the listen error, e.g. `EADDRINUSE`
 */
export async function startBrowserHost(
	studio: Studio,
	options: { port: number; catalogues?: Readonly<Record<string, Catalogue>> },
): Promise<BrowserHost> {
	const access = new Access();
	const catalogues = options.catalogues ?? readCatalogues();
	const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(options.port, "127.0.0.1", resolve);
	});
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : options.port;
	const origin = `http://127.0.0.1:${port}`;
	let link = makeLink();

	function makeLink(): string {
		return `${origin}${OPEN_PATH}?code=${access.newCode()}`;
	}

	async function respond(incoming: IncomingMessage): Promise<Response> {
		const target = incoming.url ?? "";
		const refuse = () => refusalPage(speakerFor(incoming.headers["accept-language"], catalogues));
		if (!comesFromStudio(incoming, origin) || !target.startsWith("/")) return refuse();
		// Joined, not resolved: resolving `//name/` would leave the origin.
		const url = new URL(origin + target);
		if (url.pathname === OPEN_PATH) {
			const token = access.redeem(url.searchParams.get("code") ?? "");
			return token === null
				? refuse()
				: new Response(null, { status: 303, headers: { location: `/${token}/`, "cache-control": "no-store" } });
		}
		const path = access.pathBelowToken(url.pathname);
		if (path === null) return refuse();
		// Relative addresses in the page only work below the slash.
		if (path === "") return new Response(null, { status: 308, headers: { location: `${url.pathname}/` } });
		return studio.fetch(toRequest(incoming, new URL(origin + path + url.search)));
	}

	async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		try {
			const response = await respond(incoming);
			outgoing.writeHead(response.status, { ...HARDENING, ...Object.fromEntries(response.headers) });
			if (incoming.method === "HEAD") outgoing.end();
			else await pipeline(nodeReadable(response.body), outgoing);
		} catch {
			// The browser went away, or sent what is no address.
			if (!outgoing.headersSent) outgoing.writeHead(400);
			outgoing.end();
		}
	}

	return {
		get link() {
			return link;
		},
		port,
		newLink() {
			link = makeLink();
			return link;
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

const HARDENING = {
	// Cross-origin, so that a link out of the studio does not carry the address with the token.
	"referrer-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"cross-origin-opener-policy": "same-origin",
	"x-content-type-options": "nosniff",
};

/** Whether the request was made to this address (no rebound name) and by this page or by the writer's own hand. */
function comesFromStudio(incoming: IncomingMessage, origin: string): boolean {
	const {
		host,
		origin: from,
		"sec-fetch-site": site,
		"sec-fetch-mode": mode,
		"sec-fetch-dest": dest,
	} = incoming.headers;
	if (host !== new URL(origin).host) return false;
	if (from !== undefined && from !== origin) return false;
	if (site === undefined || site === "same-origin" || site === "none") return true;
	// A link clicked in a web mail or a web terminal opens a whole tab; that cannot read the answer.
	return mode === "navigate" && dest === "document" && incoming.method === "GET";
}

function toRequest(incoming: IncomingMessage, url: URL): Request {
	const method = incoming.method ?? "GET";
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers))
		if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
	if (method === "GET" || method === "HEAD") return new Request(url, { method, headers });
	const body: unknown = Readable.toWeb(incoming);
	return new Request(url, { method, headers, body: body as ReadableStream, duplex: "half" } as RequestInit);
}
