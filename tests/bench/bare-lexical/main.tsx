/** The smallest page Lexical's own documentation describes: the yardstick of the `start` bench. */
import { AutoFocusPlugin } from "@lexical/react/LexicalAutoFocusPlugin";
import { LexicalComposer } from "@lexical/react/LexicalComposer";
import { ContentEditable } from "@lexical/react/LexicalContentEditable";
import { LexicalErrorBoundary } from "@lexical/react/LexicalErrorBoundary";
import { HistoryPlugin } from "@lexical/react/LexicalHistoryPlugin";
import { RichTextPlugin } from "@lexical/react/LexicalRichTextPlugin";
import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root)
	createRoot(root).render(
		<LexicalComposer
			initialConfig={{
				namespace: "bare",
				onError: (error) => {
					throw error;
				},
			}}
		>
			<RichTextPlugin contentEditable={<ContentEditable />} ErrorBoundary={LexicalErrorBoundary} />
			<HistoryPlugin />
			<AutoFocusPlugin />
		</LexicalComposer>,
	);
