package org.passerelle.understand.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.network.CaseNetwork;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.understand.diagnosis.Diagnoses;
import org.passerelle.understand.diagnosis.Overviews;
import org.passerelle.understand.dossier.chapter.CodedNetwork;
import org.passerelle.understand.dossier.chapter.Findings;
import org.passerelle.understand.dossier.chapter.Legend;
import org.passerelle.understand.dossier.chapter.SupportingMaterial;
import org.passerelle.understand.grid.Grid;
import org.passerelle.understand.grid.Grids;
import org.passerelle.understand.grid.Question;
import org.passerelle.understand.network.Networks;
import org.passerelle.understand.network.OpenedNetwork;
import org.passerelle.understand.network.StoredActor;
import org.passerelle.work.Progress;
import org.passerelle.work.Watch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Computes a dossier: reads, encodes, computes. */
@Component
class DossierRun {
  /** Approximate number of engine steps, for the progress; the last part is slow. */
  private static final double STEPS = 32;

  private static final double ALL = 100;
  private final Networks networks;
  private final Diagnoses diagnoses;
  private final Overviews overviews;
  private final Grids grids;
  private final Users users;
  private final Instruments instruments;
  private final Identifiers identifiers;
  private final TransactionTemplate transaction;

  DossierRun(
      Networks networks,
      Diagnoses diagnoses,
      Overviews overviews,
      Grids grids,
      Users users,
      Instruments instruments,
      Identifiers identifiers,
      PlatformTransactionManager transactions) {
    this.networks = networks;
    this.diagnoses = diagnoses;
    this.overviews = overviews;
    this.grids = grids;
    this.users = users;
    this.instruments = instruments;
    this.identifiers = identifiers;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * The result.
   *
   * @param own the team's own words
   * @param entered words from cases, by the key of the entry
   */
  record Result(DossierRows.Computed computed, Legend own, Map<UUID, Legend> entered) {
    /** The legend by the key under which each part is sealed. */
    Map<UUID, Legend> words(UUID version) {
      Map<UUID, Legend> all = new HashMap<>(entered);
      all.put(version, own);
      return all;
    }
  }

  private record Read(OpenedNetwork opened, SupportingMaterial beside, Map<String, String> words) {}

  Result run(UUID network, Set<UUID> chosen, long seed, SignedIn who, Progress progress) {
    Read read = transaction.execute(status -> read(network, chosen, who));
    OpenedNetwork opened = read.opened;
    if (opened.network().ties().isEmpty()) {
      throw new Refused("dossier.refused.empty");
    }
    // the numbering must not be reproducible by somebody who knows the seed of the computation
    CodedNetwork coded =
        CodedNetwork.of(opened.network(), identifiers.next().getLeastSignificantBits());
    Watch watch = new Watch(progress);
    int[] steps = new int[1];
    String[] now = {""};
    Findings findings =
        watch.over(
            () ->
                Findings.of(
                    coded.network(),
                    read.beside,
                    instruments,
                    seed,
                    (step, share) -> {
                      steps[0] += step.equals(now[0]) && share > 0 ? 0 : 1;
                      now[0] = step;
                      watch.at(ALL * (1 - 1 / (1 + (steps[0] + share) / STEPS * 4)));
                    }));
    Map<String, String> own = new HashMap<>(coded.legend().words());
    own.putAll(read.words);
    Map<UUID, Legend> entered = entered(opened, coded, own);
    return new Result(
        new DossierRows.Computed(
            opened.state().version(), opened.title(), findings, CodedStore.of(coded.network())),
        new Legend(own),
        entered);
  }

  /**
   * Separates words of actors that came from a case. Each case has its own part, even an empty one,
   * so that the end of its basis is noticed.
   */
  private static Map<UUID, Legend> entered(
      OpenedNetwork opened, CodedNetwork coded, Map<String, String> own) {
    Map<UUID, Map<String, String>> byEntry = new HashMap<>();
    CaseNetwork network = opened.network();
    Map<String, Integer> numbers = network.numbers();
    for (StoredActor actor : opened.state().actors()) {
      UUID entry = actor.entry();
      Integer number = numbers.get(actor.id().toString());
      if (entry != null && number != null) {
        Map<String, String> words = byEntry.computeIfAbsent(entry, e -> new HashMap<>());
        String code = coded.network().actors().get(number).id();
        String word = own.remove(code);
        if (word != null) {
          words.put(code, word);
        }
      }
    }
    return byEntry.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> new Legend(e.getValue())));
  }

  private Read read(UUID network, Set<UUID> chosen, SignedIn who) {
    OpenedNetwork opened = networks.open(network, who);
    Map<String, String> words = new HashMap<>();
    List<SupportingMaterial.Assessed> assessed = new ArrayList<>();
    for (Grids.Line line : grids(who)) {
      if (chosen.contains(line.id())) {
        assessed.add(assessed(grids.read(line.id(), who), assessed.size() + 1, words));
      }
    }
    return new Read(
        opened, new SupportingMaterial(passages(opened.diagnosis(), who), assessed), words);
  }

  /**
   * Grids that a dossier may include: only those without a case, since data of a case need a legal
   * basis of their own in an investigation.
   */
  List<Grids.Line> grids(SignedIn who) {
    return grids.all(who).stream().filter(line -> line.caseCode() == null).toList();
  }

  private Map<String, Integer> passages(@Nullable UUID diagnosis, SignedIn who) {
    Map<String, Integer> passages = new HashMap<>();
    if (diagnosis != null && seen(diagnosis, who)) {
      overviews
          .of(diagnosis, who)
          .counts()
          .forEach(
              (theme, bySite) ->
                  passages.put(theme, bySite.values().stream().mapToInt(Integer::intValue).sum()));
    }
    return passages;
  }

  private boolean seen(UUID diagnosis, SignedIn who) {
    return diagnoses.all(who).stream().anyMatch(line -> line.id().equals(diagnosis));
  }

  private SupportingMaterial.Assessed assessed(Grid grid, int number, Map<String, String> words) {
    words.put("G-" + number, grid.title());
    Grid.Conclusion concluded = grid.conclusion().orElse(null);
    if (concluded != null) {
      words.put(
          "U-" + number,
          users.names(Set.of(concluded.by())).getOrDefault(concluded.by(), "U-" + number));
    }
    Map<String, String> standing =
        Question.codes().stream().collect(Collectors.toMap(c -> c, grid::standing));
    return new SupportingMaterial.Assessed(
        "G-" + number,
        grid.subject(),
        grid.minor(),
        standing,
        concluded == null ? "" : concluded.code(),
        concluded == null ? "" : concluded.nonPunishment(),
        concluded == null ? "" : "U-" + number,
        concluded == null ? "" : LocalDate.ofInstant(concluded.at(), ZoneOffset.UTC).toString(),
        (int) grid.since());
  }
}
