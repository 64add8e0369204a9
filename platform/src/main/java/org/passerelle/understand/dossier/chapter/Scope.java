package org.passerelle.understand.dossier.chapter;

import java.util.ArrayList;
import java.util.List;
import org.passerelle.network.CaseNetwork;
import org.passerelle.network.Grading;
import org.passerelle.network.Tie;

/**
 * Chapter 1: size and reliability of the network, including what is missing.
 *
 * @param actors all actors, victims included
 * @param victims presumed and identified victims
 * @param kinds ties by subject
 * @param years ties by the year in which they begin, which also reflects the course of the
 *     investigation
 * @param sources ties by document or report; the empty code stands for none
 * @param gradings ties by grading; the empty code stands for not graded
 * @param measured number of measured actors
 * @param measuredTies pairs of them with a tie
 * @param through pairs of them connected through objects only
 * @param leftOut objects shared by too many to connect them
 */
public record Scope(
    int actors,
    int victims,
    int ties,
    List<Kind> kinds,
    Span span,
    List<Tally> years,
    List<Tally> sources,
    List<Tally> gradings,
    int inEvidence,
    int measured,
    int measuredTies,
    int through,
    int leftOut) {
  private static final double MUCH = 0.5;
  private static final double MOST = 0.6;

  public Scope {
    kinds = List.copyOf(kinds);
    years = List.copyOf(years);
    sources = List.copyOf(sources);
    gradings = List.copyOf(gradings);
  }

  /** Ties of one kind. */
  public record Kind(String code, int ties, int inEvidence, int undated) {}

  static Scope of(CaseNetwork network, Measured measured) {
    List<Tie> ties = network.ties();
    return new Scope(
        network.actors().size(),
        (int) network.actors().stream().filter(a -> a.victim()).count(),
        ties.size(),
        Tally.of(ties, Tie::kind).stream().map(t -> kind(t.code(), ties)).toList(),
        Span.of(ties),
        years(ties),
        Tally.of(ties, Tie::provenance),
        Tally.of(ties, Scope::grading),
        (int) ties.stream().filter(Tie::inEvidence).count(),
        measured.people().size(),
        measured.graph().ties(),
        measured.through(),
        measured.leftOut());
  }

  private static Kind kind(String code, List<Tie> ties) {
    List<Tie> of = ties.stream().filter(t -> t.kind().equals(code)).toList();
    return new Kind(
        code,
        of.size(),
        (int) of.stream().filter(Tie::inEvidence).count(),
        (int) of.stream().filter(t -> t.period().unknown()).count());
  }

  private static List<Tally> years(List<Tie> ties) {
    return Tally.of(
            ties.stream().filter(t -> !t.period().from().isEmpty()).toList(),
            t -> t.period().from().substring(0, 4))
        .stream()
        .sorted(java.util.Comparator.comparing(Tally::code))
        .toList();
  }

  private static String grading(Tie tie) {
    Grading grading = tie.grading();
    return grading == null ? "" : "" + grading.reliability() + grading.credibility();
  }

  /** Limits of the network's reliability, as codes. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (ties == 0) {
      return List.of("empty");
    }
    if (share(gradings, "") > MUCH) {
      warnings.add("ungraded");
    }
    if (share(sources, "") > MUCH) {
      warnings.add("unsourced");
    }
    if (sources.stream().anyMatch(s -> !s.code().isEmpty() && s.count() > MOST * ties)) {
      warnings.add("one-source");
    }
    if (span.undated() > MUCH * ties) {
      warnings.add("undated");
    }
    if (years.stream().anyMatch(y -> y.count() > MOST * ties)) {
      warnings.add("one-year");
    }
    if (measured < Measured.FEWEST) {
      warnings.add("few");
    }
    return warnings;
  }

  private double share(List<Tally> tallies, String code) {
    return tallies.stream().filter(t -> t.code().equals(code)).mapToLong(Tally::count).sum()
        / (double) ties;
  }
}
