/** Version of the story document. Raised whenever its shape changes; `parse.ts` upgrades every older one. */
export const STORY_DOCUMENT_VERSION = 1;
