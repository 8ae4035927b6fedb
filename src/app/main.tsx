import "#ui/tokens/tokens.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { keepEarlyKeys } from "./commands/early-keys.ts";
import { listenForShortcuts } from "./commands/key-handler.ts";
import { fetchRoom } from "./frame/room-code.ts";
import { mirrorCommandsInMenu } from "./native/menu-commands.ts";
import { native } from "./native.ts";
import { parseRoute } from "./routes.ts";
import { queryClient, rpc, TRPCProvider } from "./rpc.ts";
import { askStart, takeStart } from "./start.ts";

listenForShortcuts(native.platform);
keepEarlyKeys(native.platform);
mirrorCommandsInMenu();

/** Drawn by then even when the service has not answered. */
const PATIENCE_MS = 1_000;

/** Not awaited at the top level: the room's code imports from this file's chunk, which would then wait for the room. */
async function start(root: HTMLElement): Promise<void> {
	// What the first screen is made of, all asked for at once. Each failure is shown where it belongs, on the screen.
	const room = () => fetchRoom(parseRoute(window.location.hash));
	const told = askStart();
	const parts = [room(), told.then(room), told.then(takeStart)];
	await Promise.race([Promise.allSettled(parts), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
	createRoot(root).render(
		<StrictMode>
			<QueryClientProvider client={queryClient}>
				<TRPCProvider trpcClient={rpc} queryClient={queryClient}>
					<App />
				</TRPCProvider>
			</QueryClientProvider>
		</StrictMode>,
	);
}

const root = document.getElementById("root");
if (root) void start(root);
