import { createTRPCClient, httpLink } from "@trpc/client";
import { RPC_PATH, STUDIO_HEADER } from "#contract/rpc.ts";
import { wire } from "#contract/wire.ts";
import type { StudioRouter } from "./routers/index.ts";

/** A client over any `fetch`: the command line's, the tests', or a real connection. */
export function createStudioClient(fetch: (request: Request) => Promise<Response>, origin = "http://studio.local") {
	return createTRPCClient<StudioRouter>({
		links: [
			httpLink({
				url: `${origin}/${RPC_PATH}`,
				transformer: wire,
				methodOverride: "POST",
				headers: { [STUDIO_HEADER]: "1" },
				fetch: (url, init) => fetch(new Request(url as string, init as RequestInit)),
			}),
		],
	});
}

export type StudioClient = ReturnType<typeof createStudioClient>;
