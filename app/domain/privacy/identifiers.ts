const WEIGHTS = [7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/**
 * Whether 13 digits are a JMBG/EMBG: DDMMYYYRRBBBK with a birth date that is real and not in the future, a region that
 * was given out (all but 60-69) and the check digit modulo 11. A remainder that allows no digit is accepted with 0.
 */
export function isJmbg(digits: string, now: Date): boolean {
  // Most digits begin with no day and month: told first, this is asked of every row of digits.
  if (!/^[0-3]\d[01]\d{10}$/.test(digits)) return false;
  const yearEnd = Number(digits.slice(4, 7));
  const year = yearEnd <= now.getUTCFullYear() - 2000 ? 2000 + yearEnd : 1000 + yearEnd;
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(0, 2));
  const region = Number(digits.slice(7, 9));
  if (year < 1880 || !isDate(year, month, day)) return false;
  if (Date.UTC(year, month - 1, day) > now.getTime()) return false;
  if (region >= 60 && region <= 69) return false;

  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  const check = 11 - (sum % 11);
  return Number(digits[12]) === (check > 9 ? 0 : check);
}

/**
 * Whether ten characters are an Albanian identity number: decade (0-9 for the 1800s, A-T from 1900), year, month (50
 * more for women), day, three digits, a letter A-W. There is a check letter, but its rule is not public, so the date
 * has to be real.
 */
export function isAlbanianNid(characters: string): boolean {
  const match = /^([\dA-T])(\d)(\d\d)(\d\d)\d{3}[A-W]$/i.exec(characters);
  if (!match) return false;
  const [decade, unit, month, day] = match.slice(1) as [string, string, string, string];
  const decades = /\d/.test(decade) ? Number(decade) : 10 + decade.toUpperCase().charCodeAt(0) - 65;
  const year = 1800 + 10 * decades + Number(unit);
  return isDate(year, Number(month) > 50 ? Number(month) - 50 : Number(month), Number(day));
}

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
