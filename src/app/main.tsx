import "#ui/tokens/tokens.css";
import "./words/words.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App.tsx";
import { queryClient, rpc, TRPCProvider } from "./rpc.ts";

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
