/** Bounds of what an archive may hold. Real ones stay far below: 3,040 posts are 49 MB. */

/** Files and folders in an archive. */
export const MAX_ENTRIES = 100_000;
/** Bytes of one file, unpacked. */
export const MAX_FILE_BYTES = 32 * 1024 ** 2;
/** Bytes of all files that are read, unpacked. */
export const MAX_TOTAL_BYTES = 2 * 1024 ** 3;
/** Unpacked against packed bytes, asked of files over a megabyte. Stories pack to about a tenth. */
export const MAX_RATIO = 150;
export const RATIO_FROM_BYTES = 1024 ** 2;
/** Levels of folders that are looked into. */
export const MAX_DEPTH = 6;
