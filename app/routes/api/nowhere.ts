import { noSuchAddress } from "#app/http/api.server.ts";

/** Addresses of the API that do not exist. */
export const loader = noSuchAddress;
export const action = noSuchAddress;
