package org.passerelle.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the log: for the auditor, and for "who looked" on a case. */
public interface AuditReader {

  /**
   * Entries, newest first.
   *
   * @param organisation only those of its people and of the house for it; none for all of the node
   * @param subject only those about this person, case or user; none for all
   * @param user only those by this user; none for all
   * @param action only actions that start with this; empty for all
   * @param offset how many to skip
   * @param limit how many at most
   */
  List<AuditEntry> entries(
      @Nullable UUID organisation,
      @Nullable UUID subject,
      @Nullable UUID user,
      String action,
      int offset,
      int limit);

  /** Entries of the whole node. */
  default List<AuditEntry> entries(
      @Nullable UUID subject, @Nullable UUID user, String action, int offset, int limit) {
    return entries(null, subject, user, action, offset, limit);
  }

  /** How many entries {@link #entries} could give. */
  long count(
      @Nullable UUID organisation, @Nullable UUID subject, @Nullable UUID user, String action);

  /** How many of the whole node. */
  default long count(@Nullable UUID subject, @Nullable UUID user, String action) {
    return count(null, subject, user, action);
  }

  /** Entries about any of these persons, cases or users, newest first. */
  List<AuditEntry> about(Collection<UUID> subjects, int offset, int limit);

  /** How many entries {@link #about} could give. */
  long countAbout(Collection<UUID> subjects);

  /**
   * How often each colleague of an organisation did each thing in each hour of a period.
   *
   * @param from first moment that counts
   * @param until first moment that counts no more
   */
  List<HourCount> byHour(UUID organisation, Instant from, Instant until);

  /**
   * Entries of an organisation in a period, newest first.
   *
   * @param user only those by this user; none for all
   * @param actions only these
   */
  List<AuditEntry> within(
      UUID organisation,
      @Nullable UUID user,
      Instant from,
      Instant until,
      Collection<String> actions,
      int offset,
      int limit);

  /**
   * Walks the whole chain from the beginning.
   *
   * @return the first entry whose hash, number or place does not fit, or nothing if all is well
   */
  Optional<Broken> firstBroken();

  /** The same walk, with the number of entries that hold. */
  default ChainWalk.Result walk() {
    return walk(entries -> {});
  }

  /**
   * The same, telling how far it is; outside any transaction, since a long log takes a while.
   *
   * @param passed takes the number of entries passed since it was last called
   */
  ChainWalk.Result walk(LongConsumer passed);

  /** How many entries there are: the number of the last one, without counting. */
  long length();

  /**
   * What somebody did within an hour.
   *
   * @param user null for the house itself
   * @param hour its beginning
   * @param count how often, at least once
   */
  record HourCount(@Nullable UUID user, String action, Instant hour, long count) {}

  /**
   * A place where the chain does not hold.
   *
   * @param number of the entry
   * @param expected hash that it should carry
   * @param found hash that it carries, or a word on what is missing
   */
  record Broken(long number, String expected, String found) {}
}
