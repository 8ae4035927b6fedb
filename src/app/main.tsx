import "#ui/tokens/tokens.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { listenForShortcuts } from "./commands/key-handler.ts";
import { fetchRoomEarly } from "./frame/room-code.ts";
import { mirrorCommandsInMenu } from "./native/menu-commands.ts";
import { native } from "./native.ts";
import { parseRoute } from "./routes.ts";
import { queryClient, rpc, TRPCProvider } from "./rpc.ts";
import { currentSettings, loadSettings } from "./settings/settings.ts";
import { showLanguage } from "./words/words.ts";

fetchRoomEarly(parseRoute(window.location.hash));
listenForShortcuts(native.platform);
mirrorCommandsInMenu();
void showLanguage(currentSettings().language);
void loadSettings();

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
