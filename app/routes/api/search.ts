import { readSearchParameters, searchOf } from "#app/domain/search/query/search-parameters.ts";
import { answerOf } from "#app/domain/search/results/search-answer.ts";
import { search } from "#app/domain/search/search.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { ApiProblem, api, onlyRead } from "#app/http/api.server.ts";

/** What the holder of a token finds: the same as on the search page, for programs. */
export const loader = api("search:read", async ({ db, matcher, actor, locale, text, parameters }) => {
  const read = readSearchParameters(parameters, await findVocabulary(db));
  if ("wrong" in read) {
    const detail = read.wrong.map(({ parameter, reason }) => `${parameter}: ${reason}`).join("; ");
    throw new ApiProblem({ status: 400, detail, parameters: read.wrong });
  }
  return answerOf(await search(db, actor, { ...searchOf(read.asked), locale }, matcher), text);
});

export const action = onlyRead;
