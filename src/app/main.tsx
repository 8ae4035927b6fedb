import "#ui/tokens/tokens.css";
import "./words/words.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { listenForShortcuts } from "./commands/key-handler.ts";
import { platform } from "./commands/platform.ts";
import { mirrorCommandsInMenu } from "./native/menu-commands.ts";
import { queryClient, rpc, TRPCProvider } from "./rpc.ts";

listenForShortcuts(platform());
mirrorCommandsInMenu();

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
