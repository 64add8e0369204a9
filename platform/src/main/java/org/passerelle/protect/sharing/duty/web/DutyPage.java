package org.passerelle.protect.sharing.duty.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.sharing.duty.Duty;
import org.passerelle.protect.sharing.duty.DutyNumbers;

/**
 * View of the duty rota of the reader's organisation.
 *
 * @param reached users who can receive notifications
 * @param gap first hour of the coming week at which nobody is on duty
 * @param keeps whether the reader maintains the rota
 * @param form form to add a duty
 */
public record DutyPage(
    List<Duty> coming,
    List<Option> colleagues,
    Map<UUID, String> names,
    Set<UUID> reached,
    Optional<Instant> gap,
    List<DutyNumbers.Telephone> numbers,
    List<Option> days,
    boolean keeps,
    UUID reader,
    Filled form,
    Instant now) {
  public DutyPage {
    coming = List.copyOf(coming);
    colleagues = List.copyOf(colleagues);
    names = Map.copyOf(names);
    reached = Set.copyOf(reached);
    numbers = List.copyOf(numbers);
    days = List.copyOf(days);
  }

  public String name(UUID user) {
    return names.getOrDefault(user, "…");
  }

  /** Whether somebody is on duty now. */
  public boolean somebody() {
    return coming.stream().anyMatch(one -> one.runs(now));
  }
}
