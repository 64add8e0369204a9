package org.passerelle.understand.estimation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.accounts.Organisation;

/**
 * The lists of a study: organisations grouped as the analyst chose, the smallest merged.
 *
 * @param codes codes of the lists in order; the merged list last
 * @param merged codes of the lists that were merged
 * @param of list of each organisation, by index in the codes
 */
record Lists(List<String> codes, List<String> merged, Map<UUID, Integer> of) {
  Lists {
    codes = List.copyOf(codes);
    merged = List.copyOf(merged);
    of = Map.copyOf(of);
  }

  /**
   * Creates the lists.
   *
   * @param persons the person of each record
   * @param seenBy the organisation of each record
   */
  static Lists of(
      List<Integer> persons,
      List<UUID> seenBy,
      Map<UUID, Organisation> organisations,
      StudyRequest wish) {
    Map<String, Set<Integer>> sizes = new LinkedHashMap<>();
    Map<UUID, String> codes = new LinkedHashMap<>();
    for (int i = 0; i < seenBy.size(); i++) {
      String code =
          codes.computeIfAbsent(seenBy.get(i), id -> code(id, organisations, wish.grouping()));
      sizes.computeIfAbsent(code, c -> new HashSet<>()).add(persons.get(i));
    }
    List<String> ordered = new ArrayList<>(sizes.keySet());
    ordered.sort(
        Comparator.<String>comparingInt(c -> -sizes.getOrDefault(c, Set.of()).size())
            .thenComparing(Comparator.naturalOrder()));
    boolean tooMany = ordered.size() > wish.mostLists();
    int alone = tooMany ? wish.mostLists() - 1 : ordered.size();
    // in the order of their codes: an order by size would reveal hidden counts
    List<String> kept = new ArrayList<>(ordered.subList(0, alone).stream().sorted().toList());
    List<String> merged = ordered.subList(alone, ordered.size()).stream().sorted().toList();
    if (tooMany) {
      kept.add(StudyResult.OTHERS);
    }
    Map<UUID, Integer> places = new LinkedHashMap<>();
    for (Map.Entry<UUID, String> entry : codes.entrySet()) {
      int place = kept.indexOf(entry.getValue());
      places.put(entry.getKey(), place < 0 ? kept.size() - 1 : place);
    }
    return new Lists(kept, merged, places);
  }

  private static String code(UUID id, Map<UUID, Organisation> organisations, String grouping) {
    Organisation organisation = organisations.get(id);
    if (organisation == null || grouping.equals("organisation")) {
      return id.toString();
    }
    return grouping.equals("kind") ? organisation.type() : organisation.country();
  }
}
