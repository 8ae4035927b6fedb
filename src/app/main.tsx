import "#ui/tokens/tokens.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { listenForShortcuts } from "./commands/key-handler.ts";
import { fetchRoom } from "./frame/room-code.ts";
import { mirrorCommandsInMenu } from "./native/menu-commands.ts";
import { native } from "./native.ts";
import { parseRoute } from "./routes.ts";
import { queryClient, rpc, TRPCProvider, trpcOptions } from "./rpc.ts";
import { currentSettings, loadSettings } from "./settings/settings.ts";
import { showLanguage } from "./words/words.ts";

listenForShortcuts(native.platform);
mirrorCommandsInMenu();

/** Drawn by then even when the service has not answered. */
const PATIENCE_MS = 1_000;

/** What the first screen is made of, all asked for at once. Each failure is shown where it belongs, on the screen. */
const parts = [
	fetchRoom(parseRoute(window.location.hash)),
	showLanguage(currentSettings().language),
	loadSettings(),
	queryClient.prefetchQuery(trpcOptions.library.status.queryOptions()),
];
await Promise.race([Promise.allSettled(parts), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);

const root = document.getElementById("root");
if (root)
	createRoot(root).render(
		<StrictMode>
			<QueryClientProvider client={queryClient}>
				<TRPCProvider trpcClient={rpc} queryClient={queryClient}>
					<App />
				</TRPCProvider>
			</QueryClientProvider>
		</StrictMode>,
	);
