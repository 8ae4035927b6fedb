/** Licences of what is bundled into the window, written beside it by the build. */
import { z } from "zod";

export const LICENCES_FILE = "licences.json";

export const licencesSchema = z.array(
	z.object({
		name: z.string(),
		version: z.string(),
		/** SPDX expression. */
		licence: z.string(),
		/** The licence's own words. */
		text: z.string(),
	}),
);
export type Licence = z.infer<typeof licencesSchema>[number];
