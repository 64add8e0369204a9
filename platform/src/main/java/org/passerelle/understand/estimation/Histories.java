package org.passerelle.understand.estimation;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.passerelle.accounts.Organisation;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.LinkResult;
import org.passerelle.linkage.LinkSettings;
import org.passerelle.linkage.Linkage;
import org.passerelle.linkage.PersonTable;
import org.passerelle.linkage.Progress;
import org.passerelle.protect.identity.find.EncodedSightings;
import org.passerelle.refusal.Refused;

/**
 * Capture histories from encoded records: how many people were seen on which lists.
 *
 * @param lists lists of the study
 * @param counts number of people on exactly the lists of a mask, by mask
 */
record Histories(Lists lists, long[] counts, StudyResult.Recognition recognition) {

  /** Links the records and counts; the records are not needed afterwards. */
  static Histories of(
      EncodedSightings sightings,
      Map<UUID, Organisation> organisations,
      StudyRequest wish,
      Progress progress) {
    LinkResult linked = link(sightings, progress);
    int[] persons = joined(linked.groups(), sightings.stated());
    Lists lists =
        Lists.of(Arrays.stream(persons).boxed().toList(), sightings.seenBy(), organisations, wish);
    if (lists.codes().size() < 2) {
      throw new Refused("estimation.refused.one-list");
    }
    return new Histories(
        lists,
        counts(persons, sightings.seenBy(), lists),
        new StudyResult.Recognition(
            share(linked.expected().precision()),
            share(linked.expected().recall()),
            sightings.stated().size(),
            !linked.expected().isKnown()));
  }

  private static LinkResult link(EncodedSightings sightings, Progress progress) {
    try {
      PersonTable records =
          PersonTable.read(new StringReader(sightings.table()), "sightings", "record");
      return new Linkage(LinkSettings.usual(), progress).deduplicate(records);
    } catch (BadRecords alike) {
      throw new Refused("estimation.refused.alike");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Merges groups that caseworkers have declared to be the same person. */
  private static int[] joined(int[] groups, List<EncodedSightings.Pair> stated) {
    int[] persons = groups.clone();
    for (EncodedSightings.Pair pair : stated) {
      int from = persons[pair.other()];
      int to = persons[pair.one()];
      for (int i = 0; i < persons.length && from != to; i++) {
        persons[i] = persons[i] == from ? to : persons[i];
      }
    }
    return persons;
  }

  private static long[] counts(int[] persons, List<UUID> seenBy, Lists lists) {
    Map<Integer, Integer> masks = new HashMap<>();
    IntStream.range(0, persons.length)
        .forEach(
            i ->
                masks.merge(
                    persons[i], 1 << lists.of().getOrDefault(seenBy.get(i), 0), (a, b) -> a | b));
    long[] counts = new long[1 << lists.codes().size()];
    masks.values().forEach(mask -> counts[mask]++);
    return counts;
  }

  private static double share(double value) {
    return Double.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
  }
}
