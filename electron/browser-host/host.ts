import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Studio } from "#service/studio.ts";

export interface BrowserHost {
	/** One-time link that opens the studio in a browser. */
	link: string;
	port: number;
	close(): Promise<void>;
}

const COOKIE = "inkhour";

function toRequest(incoming: IncomingMessage, origin: string): Request {
	const method = incoming.method ?? "GET";
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers))
		if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
	const body = method === "GET" || method === "HEAD" ? null : (Readable.toWeb(incoming) as ReadableStream<Uint8Array>);
	return new Request(new URL(incoming.url ?? "/", origin), {
		method,
		headers,
		body: body as BodyInit | null,
		duplex: "half",
	} as RequestInit);
}

/** Serves a studio on 127.0.0.1 to the one browser that opened the link. */
export async function startBrowserHost(studio: Studio, options: { port: number }): Promise<BrowserHost> {
	const token = randomBytes(32).toString("base64url");
	const server = createServer((incoming, outgoing) => void answer(incoming, outgoing));
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(options.port, "127.0.0.1", resolve);
	});
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : options.port;
	const origin = `http://127.0.0.1:${port}`;

	async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
		const refuse = (status: number, text: string) =>
			outgoing.writeHead(status, { "content-type": "text/plain" }).end(text);
		if (incoming.headers.host !== `127.0.0.1:${port}`) return void refuse(403, "Wrong host");
		if (incoming.headers.origin && incoming.headers.origin !== origin) return void refuse(403, "Wrong origin");
		const url = new URL(incoming.url ?? "/", origin);
		if (url.pathname === "/open" && url.searchParams.get("token") === token) {
			outgoing
				.writeHead(303, { "set-cookie": `${COOKIE}=${token}; HttpOnly; SameSite=Strict; Path=/`, location: "/" })
				.end();
			return;
		}
		if (!(incoming.headers.cookie ?? "").split("; ").includes(`${COOKIE}=${token}`))
			return void refuse(403, "Open the studio with the link it printed");
		const response = await studio.fetch(toRequest(incoming, origin));
		outgoing.writeHead(response.status, Object.fromEntries(response.headers));
		if (response.body) await pipeline(Readable.fromWeb(response.body as ReadableStream), outgoing);
		else outgoing.end();
	}

	return {
		link: `${origin}/open?token=${token}`,
		port,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}
