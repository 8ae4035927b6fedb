/** Same-origin path of the API in every host. */
export const RPC_PATH = "/rpc";
/** Every call carries it; a page elsewhere cannot add it without asking first, and is refused. */
export const STUDIO_HEADER = "x-inkhour";
