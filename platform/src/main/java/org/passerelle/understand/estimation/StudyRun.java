package org.passerelle.understand.estimation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.disclosure.cells.SmallCells;
import org.passerelle.estimation.CaptureHistories;
import org.passerelle.estimation.Estimate;
import org.passerelle.estimation.Findings;
import org.passerelle.estimation.NoEstimate;
import org.passerelle.estimation.Settings;
import org.passerelle.estimation.Study;
import org.passerelle.protect.identity.find.EncodedSightings;
import org.passerelle.protect.identity.find.Sightings;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Sha256;
import org.passerelle.work.Progress;
import org.passerelle.work.Watch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs a study: records are encoded, linked and counted; everything else is computed from the
 * counts. Only counts and results leave this class.
 */
@Component
class StudyRun {
  /** With fewer people on two or more lists an estimate is unreliable, and would reveal them. */
  static final int FEWEST_ON_TWO = SmallCells.THRESHOLD;

  // percentage of the work done after each part
  private static final double ENCODED = 15;
  private static final double LINKED = 35;
  private static final double ESTIMATED = 85;
  private static final double ALL = 100;
  private final Sightings sightings;
  private final Organisations organisations;
  private final JsonMapper json = JsonMapper.builder().build();

  StudyRun(Sightings sightings, Organisations organisations) {
    this.sightings = sightings;
    this.organisations = organisations;
  }

  /** Runs a new study. */
  StudyResult run(UUID study, StudyRequest wish, SignedIn who, Progress progress) {
    EncodedSightings seen = sightings.encode(wish.scope(), study, who, count -> progress.check());
    Map<UUID, Organisation> all =
        organisations.all().stream().collect(Collectors.toMap(Organisation::id, o -> o));
    Watch watch = new Watch(progress);
    watch.at(ENCODED);
    progress.figure("organisations", seen.seenBy().stream().distinct().count());
    return watch.over(() -> computed(seen, all, wish, watch));
  }

  private StudyResult computed(
      EncodedSightings seen, Map<UUID, Organisation> all, StudyRequest wish, Watch watch) {
    Histories histories =
        Histories.of(
            seen, all, wish, (step, share) -> watch.at(ENCODED + (LINKED - ENCODED) * share));
    check(histories.counts());
    Computed computed =
        compute(
            CaptureHistories.of(histories.lists().codes(), histories.counts()),
            wish.seed(),
            LINKED,
            watch);
    return new StudyResult(
        histories.lists().codes(),
        histories.counts(),
        histories.lists().merged(),
        (int) seen.seenBy().stream().distinct().count(),
        seen.seenBy().size(),
        histories.recognition(),
        computed.estimates(),
        computed.findings());
  }

  /** The digest of a result recomputed from the same table and seed. */
  String repeat(StudyResult stored, StudyRequest wish, Progress progress) {
    Watch watch = new Watch(progress);
    return digest(watch.over(() -> compute(stored.table(), wish.seed(), 0, watch)));
  }

  /** The digest by which two runs are compared. */
  String digest(StudyResult result) {
    return digest(new Computed(result.estimates(), result.findings()));
  }

  private String digest(Computed computed) {
    return Sha256.of(json.writeValueAsString(computed));
  }

  private record Computed(List<Estimate> estimates, Findings findings) {}

  private static Computed compute(CaptureHistories table, long seed, double from, Watch watch) {
    try {
      Study study =
          new Study(
              table,
              Settings.usual().withSeed(seed),
              (step, share) -> watch.at(from + (ESTIMATED - from) * share));
      List<Estimate> estimates = study.all().stream().map(Estimate::timeless).toList();
      Findings findings =
          Findings.of(
              study, estimates, (step, share) -> watch.at(ESTIMATED + (ALL - ESTIMATED) * share));
      return new Computed(estimates, findings);
    } catch (NoEstimate none) {
      throw new Refused("estimation.refused.one-list");
    }
  }

  /** Refuses to estimate from a handful of people, whom the estimate could reveal. */
  private static void check(long[] counts) {
    long onTwo = 0;
    boolean small = false;
    for (int cell = 1; cell < counts.length; cell++) {
      onTwo += Integer.bitCount(cell) > 1 ? counts[cell] : 0;
      small |= counts[cell] > 0 && counts[cell] < SmallCells.THRESHOLD;
    }
    if (onTwo < FEWEST_ON_TWO) {
      throw new Refused("estimation.refused.few", FEWEST_ON_TWO);
    }
    if (counts.length == 4 && small) {
      throw new Refused("estimation.refused.two-lists", SmallCells.THRESHOLD);
    }
  }
}
