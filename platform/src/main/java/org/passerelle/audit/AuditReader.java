package org.passerelle.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the log: for the auditor, and for the history of access to a case. */
public interface AuditReader {

  /**
   * Entries, newest first.
   *
   * @param organisation only entries of its users and of the application on its behalf; null for
   *     the whole node
   * @param subject only entries about this person, case or user; null for all
   * @param user only entries by this user; null for all
   * @param action only actions with this prefix; empty for all
   * @param offset number of entries to skip
   * @param limit maximum number of entries
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

  /** Number of entries that match {@link #entries}. */
  long count(
      @Nullable UUID organisation, @Nullable UUID subject, @Nullable UUID user, String action);

  /** Number of matching entries of the whole node. */
  default long count(@Nullable UUID subject, @Nullable UUID user, String action) {
    return count(null, subject, user, action);
  }

  /** Entries about any of these persons, cases or users, newest first. */
  List<AuditEntry> about(Collection<UUID> subjects, int offset, int limit);

  /** Number of entries that match {@link #about}. */
  long countAbout(Collection<UUID> subjects);

  /**
   * How often each user of an organisation performed each action in each hour of a period.
   *
   * @param from beginning of the period, inclusive
   * @param until end of the period, exclusive
   */
  List<HourCount> byHour(UUID organisation, Instant from, Instant until);

  /**
   * Entries of an organisation in a period, newest first.
   *
   * @param user only entries by this user; null for all
   * @param actions only these actions
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
   * Verifies the whole chain from the beginning.
   *
   * @return the first entry whose hash, number or position is wrong, or empty if the chain is valid
   */
  Optional<Broken> firstBroken();

  /** Verifies the chain and returns the number of valid entries. */
  default ChainWalk.Result walk() {
    return walk(entries -> {});
  }

  /**
   * The same, reporting progress; outside any transaction, since a long log takes a while.
   *
   * @param passed receives the number of entries checked since its last call
   */
  ChainWalk.Result walk(LongConsumer passed);

  /** The length of the log: the number of the last entry, without counting. */
  long length();

  /**
   * Actions of a user within an hour.
   *
   * @param user null for the application itself
   * @param hour beginning of the hour
   * @param count number of times, at least one
   */
  record HourCount(@Nullable UUID user, String action, Instant hour, long count) {}

  /**
   * An inconsistency in the chain.
   *
   * @param number number of the entry
   * @param expected the hash that it should have
   * @param found the hash that it has, or a note on what is missing
   */
  record Broken(long number, String expected, String found) {}
}
