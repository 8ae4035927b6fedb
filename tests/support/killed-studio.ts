/**
 * A real studio in a process that is killed: it opens the library on "open", answers calls one by one, and reports each
 * answer the moment it has it. The parent writes to the log only what it was told.
 */
import { createStudioClient } from "#service/client.ts";
import { createStudio } from "#service/studio.ts";

type Order =
	| { order: "open"; directory: string }
	| { order: "create" }
	| { order: "save"; id: string; baseRevision: number; document: string }
	| { order: "read"; id: string };

let client: ReturnType<typeof createStudioClient> | undefined;

async function answer(message: Order): Promise<unknown> {
	if (message.order === "open") {
		client = createStudioClient(createStudio({ libraryDirectory: message.directory }).fetch);
		return client.library.status.query();
	}
	if (!client) throw new Error("not open");
	if (message.order === "create") return client.stories.create.mutate({});
	if (message.order === "read") return client.stories.get.query({ id: message.id });
	const { id, baseRevision, document } = message;
	return client.stories.save.mutate({ id, baseRevision, document });
}

process.on("message", (message: Order) => {
	answer(message).then(
		(result) => process.send?.({ result }),
		(error: unknown) => process.send?.({ error: String(error) }),
	);
});
process.send?.("ready");
