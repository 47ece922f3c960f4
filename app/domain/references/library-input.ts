import { z } from "zod";
import { oneOf } from "#app/domain/forms/choice-fields.ts";

/** The library is put in, or taken out again. */
export const libraryInput = z.object({ intent: oneOf(["load", "remove"]) });
