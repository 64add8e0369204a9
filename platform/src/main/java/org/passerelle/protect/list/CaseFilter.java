package org.passerelle.protect.list;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the list the reader wants to see.
 *
 * @param mine only cases that the reader leads
 * @param state code of a state, {@code open} for all but closed, or empty
 * @param form code, {@code none} for not established, or empty
 * @param country code or empty
 * @param due {@code late}, {@code week}, {@code none} for no open deadline, or empty
 * @param lead who leads it, or null for anybody
 * @param openedFrom first day, or null
 * @param openedUntil last day, or null
 * @param sort {@code changed}, {@code due}, {@code opened}, {@code code}, {@code state}, {@code
 *     form}, {@code country}, {@code lead}
 * @param turned whether the order is turned round: what is usually last comes first
 * @param ranks codes of the sorted column in the order of the reader's language
 */
public record CaseFilter(
    boolean mine,
    String state,
    String form,
    String country,
    boolean minor,
    boolean nonPunishment,
    String due,
    @Nullable UUID lead,
    @Nullable LocalDate openedFrom,
    @Nullable LocalDate openedUntil,
    String sort,
    boolean turned,
    List<String> ranks) {
  /** Everything, last changed first. */
  public static final CaseFilter NONE =
      new CaseFilter(
          false, "", "", "", false, false, "", null, null, null, "changed", false, List.of());

  public CaseFilter {
    ranks = List.copyOf(ranks);
  }

  /** The same in another order. */
  public CaseFilter sorted(String by, boolean turnedRound, List<String> inOrder) {
    return new CaseFilter(
        mine,
        state,
        form,
        country,
        minor,
        nonPunishment,
        due,
        lead,
        openedFrom,
        openedUntil,
        by,
        turnedRound,
        inOrder);
  }
}
