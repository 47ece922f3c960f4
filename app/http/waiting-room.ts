import { setTimeout as sleep } from "node:timers/promises";

import type { Aside } from "#app/http/aside.ts";

/** Somebody who waits to have a password looked at. */
export interface Guest {
  /** Whom they share a network with: the widest one that may belong to one customer. */
  network: string;
  /** How long they have to wait, in milliseconds. */
  delay: number;
  /** How often they guessed wrong before, or guess at the same time. */
  failures: number;
}

/** There is no room to wait in; becomes 429. */
class RoomFull extends Error {
  override readonly name = "RoomFull";
}

/** By its name: the server and the pages are built apart, and each has a class of its own. */
export function isRoomFull(error: unknown): boolean {
  return error instanceof Error && error.name === "RoomFull";
}

interface Seat extends Guest {
  /** Still has to wait; whoever waits for a place alone is not sent away any more. */
  isDelayed: boolean;
  /** Decides between those who never guessed wrong; drawn anew each time one comes. */
  lot: number;
  leave: AbortController;
}

interface Options {
  /** How many may wait, or be looked at. */
  seats?: number;
  /** How many of them from one network. */
  seatsOfNetwork?: number;
  /** The same, when it has to wait: waiting must not cost us more than it costs them. */
  seatsUnderPressure?: number;
  /** How many of these are for those who guessed wrong before. */
  seatsOfGuessers?: number;
  /** How many passwords are looked at, at a time. */
  places?: number;
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** A number from 0 to 1. */
  draw?: () => number;
}

/**
 * Where strangers wait before their password is looked at. It is bounded, so that waiting is no weapon against memory
 * and sockets; when it is full, those go first who have to wait longest, who are those that guess. Of a network that
 * has to wait those go first who guessed wrong before; between people who never did the lot decides, so that nobody who
 * comes again and again is kept out by however many others. Places are given by turns to the networks that wait,
 * however many come from one.
 */
export class WaitingRoom {
  private readonly seats = new Set<Seat>();
  private readonly queue: { network: string; call: () => void }[] = [];
  private readonly lastServed = new Map<string, number>();
  private served = 0;
  private taken = 0;

  private readonly seatsInAll: number;
  private readonly seatsOfNetwork: number;
  private readonly seatsUnderPressure: number;
  private readonly seatsOfGuessers: number;
  private readonly places: number;
  private readonly draw: () => number;
  private readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;

  constructor(options: Options = {}) {
    this.seatsInAll = options.seats ?? 200;
    this.seatsOfNetwork = options.seatsOfNetwork ?? 60;
    this.seatsUnderPressure = options.seatsUnderPressure ?? 20;
    this.seatsOfGuessers = options.seatsOfGuessers ?? 5;
    this.draw = options.draw ?? Math.random;
    this.places = options.places ?? 4;
    this.wait = options.wait ?? ((milliseconds, signal) => sleep(milliseconds, undefined, { signal }));
  }

  /** Waits as long as it has to, then does the work. @param aside for the wait @throws RoomFull */
  async enter<T>(guest: Guest, work: () => Promise<T>, aside: Aside): Promise<T> {
    const seat = this.sitDown(guest);
    try {
      if (guest.delay > 0 || this.taken >= this.places) await aside(() => this.waitIn(seat));
      else this.takePlace(guest.network);
      try {
        return await work();
      } finally {
        this.taken--;
        this.callNext();
      }
    } finally {
      this.seats.delete(seat);
      if (this.seats.size === 0) this.lastServed.clear();
    }
  }

  /** Waits without a seat: for those whom a count of their own slows down. */
  rest(delay: number): Promise<void> {
    return this.wait(delay, new AbortController().signal);
  }

  private sitDown(guest: Guest): Seat {
    const seat = { ...guest, isDelayed: guest.delay > 0, lot: this.draw(), leave: new AbortController() };
    const ofNetwork = [...this.seats].filter(({ network }) => network === guest.network);
    if (!seat.isDelayed) {
      if (ofNetwork.length >= this.seatsOfNetwork) throw new RoomFull();
    } else {
      const guessers = ofNetwork.filter(({ failures }) => failures > 0);
      if (seat.failures > 0 && guessers.length >= this.seatsOfGuessers) this.takeSeatOf(guessers, seat);
      else if (ofNetwork.length >= this.seatsUnderPressure) this.takeSeatOf(ofNetwork, seat);
    }
    if (this.seats.size >= this.seatsInAll) this.makeRoomFor(guest);
    this.seats.add(seat);
    return seat;
  }

  /** Sends away who guessed wrong most often, or whose lot is worse. @throws RoomFull when nobody is worse off */
  private takeSeatOf(others: readonly Seat[], seat: Seat): void {
    const isWorse = (one: Seat, other: Seat) =>
      one.failures === other.failures ? one.lot > other.lot : one.failures > other.failures;
    let worst = seat;
    for (const other of others) if (other.isDelayed && isWorse(other, worst)) worst = other;
    if (worst === seat) throw new RoomFull();
    this.sendAway(worst);
  }

  private makeRoomFor(guest: Guest): void {
    let longest: Seat | undefined;
    for (const seat of this.seats) {
      if (seat.isDelayed && seat.delay > (longest?.delay ?? guest.delay)) longest = seat;
    }
    if (!longest) throw new RoomFull();
    this.sendAway(longest);
  }

  private sendAway(seat: Seat): void {
    this.seats.delete(seat);
    seat.leave.abort();
  }

  /** The time that it has to, and until there is a place. */
  private async waitIn(seat: Seat): Promise<void> {
    if (seat.isDelayed) await this.sit(seat);
    if (this.taken < this.places) return this.takePlace(seat.network);
    await new Promise<void>((call) => this.queue.push({ network: seat.network, call }));
  }

  private async sit(seat: Seat): Promise<void> {
    const { signal } = seat.leave;
    try {
      await this.wait(seat.delay, signal);
    } catch (error) {
      throw signal.aborted ? new RoomFull() : error;
    }
    if (signal.aborted) throw new RoomFull();
    seat.isDelayed = false;
  }

  private takePlace(network: string): void {
    this.taken++;
    this.lastServed.set(network, ++this.served);
  }

  /** Whose network has waited longest for a turn of its own. */
  private callNext(): void {
    let next = 0;
    const turn = (at: number) => this.lastServed.get(this.queue[at]?.network ?? "") ?? 0;
    for (let at = 1; at < this.queue.length; at++) if (turn(at) < turn(next)) next = at;
    const [called] = this.queue.splice(next, 1);
    if (!called) return;
    this.takePlace(called.network);
    called.call();
  }
}
