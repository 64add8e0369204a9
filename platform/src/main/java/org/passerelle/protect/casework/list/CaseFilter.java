package org.passerelle.protect.casework.list;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filter and order of the list of cases.
 *
 * @param mine only cases that the reader leads
 * @param state code of a state, {@code open} for all but closed, or empty
 * @param form code, {@code none} for unknown, or empty
 * @param country code or empty
 * @param due {@code late}, {@code week}, {@code none} for no open deadline, or empty
 * @param lead lead of the case, or null for any
 * @param openedFrom first day, or null
 * @param openedUntil last day, or null
 * @param sort {@code changed}, {@code due}, {@code opened}, {@code code}, {@code state}, {@code
 *     form}, {@code country}, {@code lead}
 * @param turned whether the order is reversed
 * @param ranks codes of the sorted column in alphabetical order of the reader's language
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
  /** All cases, most recently changed first. */
  public static final CaseFilter NONE =
      new CaseFilter(
          false, "", "", "", false, false, "", null, null, null, "changed", false, List.of());

  public CaseFilter {
    ranks = List.copyOf(ranks);
  }

  /** A copy in another order. */
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
