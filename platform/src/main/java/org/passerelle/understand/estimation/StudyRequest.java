package org.passerelle.understand.estimation;

import java.util.List;
import org.passerelle.protect.identity.find.SightingScope;

/**
 * The request for a study. Immutable.
 *
 * @param grouping what makes a list, one of {@link #GROUPINGS}
 * @param mostLists the smallest lists are merged down to this number
 * @param basis legal basis for using care data in statistics, one of {@link #BASES}
 * @param reason explanation
 * @param seed seed of all random draws
 */
public record StudyRequest(
    SightingScope scope, String grouping, int mostLists, String basis, String reason, long seed) {
  /** By type of organisation, by country, or each organisation separately. */
  public static final List<String> GROUPINGS = List.of("kind", "country", "organisation");

  /** Law, mandate of a rapporteur or coordinator, agreement between the organisations. */
  public static final List<String> BASES = List.of("statistics_law", "mandate", "agreement");

  /** Minimum number of lists. */
  public static final int FEWEST_LISTS = 3;

  /** Maximum number of lists, a limit of the engine. */
  public static final int MOST_LISTS = 9;
}
