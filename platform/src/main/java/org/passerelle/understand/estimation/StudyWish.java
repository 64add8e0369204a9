package org.passerelle.understand.estimation;

import java.util.List;
import org.passerelle.protect.find.SightingScope;

/**
 * What an analyst asks for. Immutable.
 *
 * @param grouping what makes a list, one of {@link #GROUPINGS}
 * @param mostLists the smallest lists are merged until there are no more than that
 * @param basis for using care data in statistics, one of {@link #BASES}
 * @param reason in words
 * @param seed of every random draw
 */
public record StudyWish(
    SightingScope scope, String grouping, int mostLists, String basis, String reason, long seed) {
  /** By kind of organisation, by its country, or each organisation for itself. */
  public static final List<String> GROUPINGS = List.of("kind", "country", "organisation");

  /** Law, mandate of a rapporteur or coordinator, agreement between the organisations. */
  public static final List<String> BASES = List.of("statistics_law", "mandate", "agreement");

  /** Fewest and most lists that can be asked for. */
  public static final int FEWEST_LISTS = 3;

  /** As many as the engine takes. */
  public static final int MOST_LISTS = 9;
}
