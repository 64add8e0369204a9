package org.passerelle.prosecute.charge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.victim.Victims;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is both victim and accused, in the investigations on whose teams the reader is. */
@Service
public class BothList {
  private final Investigations investigations;
  private final Suspects suspects;
  private final Victims victims;
  private final Charges charges;
  private final InvestigationRecord records;

  BothList(
      Investigations investigations,
      Suspects suspects,
      Victims victims,
      Charges charges,
      InvestigationRecord records) {
    this.investigations = investigations;
    this.suspects = suspects;
    this.victims = victims;
    this.charges = charges;
    this.records = records;
  }

  /**
   * A person who is both, or may be.
   *
   * @param victim number of the victim who they are; 0 if only the flag says so
   * @param fromCase whether the victim's case says that they must not be punished
   * @param charges charges that stand
   */
  public record Line(
      UUID investigation,
      String number,
      Suspect suspect,
      int victim,
      boolean fromCase,
      List<Charge> charges) {
    public Line {
      charges = List.copyOf(charges);
    }

    /** Whether the flag stands, here or in the case. */
    public boolean compelled() {
      return fromCase || suspect.flag().stands();
    }

    /** Charges that were brought without a reasoned note. */
    public long withoutNote() {
      return compelled()
          ? charges.stream()
              .filter(c -> c.state().equals("brought") && c.words().note().isBlank())
              .count()
          : 0;
    }
  }

  /** By investigation and number; the access is logged for each investigation. */
  @Transactional
  public List<Line> all(SignedIn who) {
    List<Line> all = new ArrayList<>();
    investigations
        .numbers(true, who)
        .forEach(
            (id, number) -> {
              List<Line> lines = of(id, number, who);
              if (!lines.isEmpty()) {
                records.read(id, "both", who);
              }
              all.addAll(lines);
            });
    return all;
  }

  private List<Line> of(UUID investigation, String number, SignedIn who) {
    List<Suspect> both =
        suspects.of(investigation, who).stream()
            .filter(s -> s.victim() != null || !s.flag().state().equals("none"))
            .toList();
    if (both.isEmpty()) {
      return List.of();
    }
    Map<UUID, Integer> numbers = victims.numbers(investigation, who);
    Set<UUID> fromCase = suspects.fromCases(investigation, both, who);
    List<Charge> standing = charges.of(investigation, who).stream().filter(Charge::stands).toList();
    return both.stream()
        .map(
            s ->
                new Line(
                    investigation,
                    number,
                    s,
                    s.victim() == null ? 0 : numbers.getOrDefault(s.victim(), 0),
                    fromCase.contains(s.id()),
                    standing.stream().filter(c -> c.suspect().equals(s.id())).toList()))
        .toList();
  }
}
