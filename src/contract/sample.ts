/** The sample library: invented stories, plans and figures, all of which can be taken away again. */
import { z } from "zod";

export interface SampleStatus {
	present: boolean;
	/** It is here without figures, because the library has the writer's own. */
	withoutFigures: boolean;
	/** The writer's own stories, ideas or series are here beside it. */
	besideOwn: boolean;
	/** Sample stories, the trash included. */
	stories: number;
	/** What the writer changed in it: kept on removal unless they say otherwise. */
	edited: { id: string; title: string; kind: "story" | "idea" | "series" }[];
}

/** Result of the adding job. */
export interface SampleAdded {
	stories: number;
	ideas: number;
	series: number;
	/** 0 when the library has figures of its own: invented ones are never mixed in. */
	observations: number;
}

export const removeSampleInputSchema = z.object({
	/** What happens to the things the writer changed: they become the writer's own, or they go with the rest. */
	edited: z.enum(["keep", "remove"]),
});
export type RemoveSampleInput = z.infer<typeof removeSampleInputSchema>;

export interface SampleRemoved {
	stories: number;
	kept: number;
}
