/** The part of every storage key that says whose records these are (see storage-keys.ts). Never change it. */
export const SITE = "handbook";
