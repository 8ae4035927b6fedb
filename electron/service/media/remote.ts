/** Fetches one picture from the web, because the writer asked for it. The only place of the service that goes online. */
import { lookup } from "node:dns/promises";
import { request } from "node:https";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { type Message, message } from "#domain/words/message.ts";
import { StudioError } from "../errors.ts";
import type { NetworkLog } from "../network-log.ts";
import { isPublicAddress } from "./addresses.ts";
import { MAX_PICTURE_BYTES } from "./store.ts";

/** Medium's picture hosts. */
const KNOWN_HOSTS: ReadonlySet<string> = new Set(["cdn-images-1.medium.com", "miro.medium.com"]);
const MAX_REDIRECTS = 3;
const TIME_LIMIT_MS = 20_000;

export interface RemoteAnswer {
	status: number;
	/** `location` of a redirect. */
	location: string | null;
	body: Readable;
}

/** The two ways to the network. Tests give their own. */
export interface RemoteTransport {
	/** All addresses of a host. */
	resolve(host: string): Promise<string[]>;
	/** One GET to exactly this address; redirects are not followed. */
	get(url: URL, address: string, signal: AbortSignal): Promise<RemoteAnswer>;
}

export const httpsTransport: RemoteTransport = {
	resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
	get: (url, address, signal) =>
		new Promise((resolve, reject) => {
			const outgoing = request(url, {
				signal,
				agent: false,
				headers: { accept: "image/*" },
				// The address that was checked is the one that is used: no second look-up a name server could answer otherwise.
				lookup: (_host, options, answer) => {
					const family = isIP(address);
					if (options.all) answer(null, [{ address, family }]);
					else answer(null, address, family);
				},
			});
			outgoing.once("error", reject);
			outgoing.once("response", (incoming) =>
				resolve({ status: incoming.statusCode ?? 0, location: incoming.headers.location ?? null, body: incoming }),
			);
			outgoing.end();
		}),
};

const refuse = (words: Message, url: string, reason?: Message) =>
	new StudioError("INVALID_INPUT", words, { file: url, reason });

function checkedUrl(text: string, allowed: ReadonlySet<string>): URL {
	if (!URL.canParse(text)) throw refuse(message("This is not an address"), text);
	const url = new URL(text);
	if (url.protocol !== "https:") throw refuse(message("Only https addresses are fetched"), text);
	if (url.username || url.password || url.port)
		throw refuse(message("The address may not name a user or a port"), text);
	if (isIP(url.hostname.replace(/^\[|\]$/g, "")))
		throw refuse(message("The address names a machine by its number"), text);
	if (!allowed.has(url.hostname))
		throw refuse(
			message("The host has not been confirmed"),
			text,
			message("{{host}} is not one of Medium's picture hosts", { host: url.hostname }),
		);
	return url;
}

async function read(body: Readable, url: string): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of body as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > MAX_PICTURE_BYTES) throw refuse(message("The picture is over 64 MB"), url);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/**
 * @param confirmedHost a host beside Medium's that the writer confirmed for this one picture
 * @returns the bytes as they came; whether they are a picture is the store's to say
 * @throws {StudioError} INVALID_INPUT for an address that may not be fetched, UNREADABLE_FILE when it did not come
 */
export async function fetchRemotePicture(
	url: string,
	confirmedHost: string | null,
	transport: RemoteTransport,
	network: NetworkLog,
): Promise<Buffer> {
	const allowed = new Set([...KNOWN_HOSTS, ...(confirmedHost ? [confirmedHost.toLowerCase()] : [])]);
	const signal = AbortSignal.timeout(TIME_LIMIT_MS);
	let next = checkedUrl(url, allowed);
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
		const finish = network.begin("picture", next.hostname);
		try {
			const addresses = await transport.resolve(next.hostname);
			const address = addresses[0];
			if (!address || !addresses.every(isPublicAddress))
				throw refuse(message("The host is not on the public internet"), next.href);
			const answer = await transport.get(next, address, signal);
			if (answer.status >= 300 && answer.status < 400 && answer.location) {
				answer.body.destroy();
				finish(0);
				next = checkedUrl(new URL(answer.location, next).href, allowed);
				continue;
			}
			if (answer.status !== 200) {
				answer.body.destroy();
				throw new StudioError("UNREADABLE_FILE", "The picture was not there", {
					file: url,
					reason: message("The host answered {{status}}", { status: String(answer.status) }),
				});
			}
			const bytes = await read(answer.body, url);
			finish(bytes.length);
			return bytes;
		} catch (error) {
			finish(0);
			if (error instanceof StudioError) throw error;
			const reason = signal.aborted
				? message("It took over 20 seconds")
				: error instanceof Error
					? error.message
					: String(error);
			throw new StudioError("UNREADABLE_FILE", "The picture could not be fetched", { file: url, reason });
		}
	}
	throw new StudioError("UNREADABLE_FILE", "The picture was moved too often", { file: url });
}
