/** Rounds that three delegations or more may have spoken in: where nobody is named, any other would tell who it was. */
export const SHARED_ROUNDS = /* sql */ `
  select round.id from round left join session on session.round_id = round.id and session.status = 'scheduled'
  group by round.id
  having count(distinct session.beneficiary_id) >= 3 or (
    count(session.id) > count(session.beneficiary_id) and (
      select count(distinct membership.beneficiary_id) from membership
      where membership.group_id = round.group_id and membership.role = 'participant' and membership.ended_at is null
    ) >= 3
  )`;
