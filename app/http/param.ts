import { NotFound } from "#app/domain/errors.ts";
import type { routes } from "#app/routes.ts";

/** A name of a part of an address that varies, as `app/routes.ts` writes them. */
type ParamName<Address> = Address extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamName<Rest>
  : Address extends `${string}:${infer Name}`
    ? Name
    : never;

/**
 * A part of the address of this request.
 * @throws NotFound where the route that answers has no such part
 */
export function param(
  args: { params: Readonly<Record<string, string | undefined>> },
  name: ParamName<keyof typeof routes>,
): string {
  const value = args.params[name];
  if (!value) throw new NotFound("page");
  return value;
}
