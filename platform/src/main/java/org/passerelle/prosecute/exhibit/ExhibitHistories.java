package org.passerelle.prosecute.exhibit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an exhibit came from, what came from it, and who decided about the defence. */
@Service
public class ExhibitHistories {
  private final Exhibits exhibits;
  private final Derivations derivations;
  private final Captures captures;
  private final DefenceDisclosures disclosures;

  ExhibitHistories(
      Exhibits exhibits,
      Derivations derivations,
      Captures captures,
      DefenceDisclosures disclosures) {
    this.exhibits = exhibits;
    this.derivations = derivations;
    this.captures = captures;
    this.disclosures = disclosures;
  }

  /**
   * What is known of an exhibit.
   *
   * @param derivation null for an original
   * @param capture the page that it shows; null if it is none
   * @param departs in what the file that waits departs from the capture; empty if in nothing
   * @param others exhibits of the investigation that were taken in, without this one
   * @param derived those that were derived from it
   * @param decisions about the defence, oldest first
   */
  public record History(
      @Nullable Derivation derivation,
      @Nullable Capture capture,
      String departs,
      List<Exhibit> others,
      List<Exhibit> derived,
      List<DefenceDisclosures.Decision> decisions) {
    public History {
      others = List.copyOf(others);
      derived = List.copyOf(derived);
      decisions = List.copyOf(decisions);
    }

    /** What it was derived from. */
    public List<Exhibit> sources() {
      return derivation == null
          ? List.of()
          : others.stream().filter(one -> derivation.sources().contains(one.id())).toList();
    }

    /** Number of the last decision; 0 if there is none. */
    public int decided() {
      return decisions.size();
    }

    /** What holds for the defence. */
    public String disclosure() {
      return decisions.isEmpty() ? "not_yet" : decisions.get(decisions.size() - 1).state();
    }
  }

  /** The caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public History of(UUID investigation, UUID exhibit, SignedIn who) {
    Map<UUID, Derivation> all = derivations.of(investigation, who);
    List<Exhibit> others =
        exhibits.of(investigation, who).stream().filter(one -> !one.id().equals(exhibit)).toList();
    return new History(
        all.get(exhibit),
        captures.of(investigation, who).get(exhibit),
        exhibits
            .waiting(investigation, exhibit, who)
            .flatMap(file -> captures.departure(exhibit, file))
            .orElse(""),
        others.stream().filter(Exhibit::held).toList(),
        others.stream()
            .filter(
                one ->
                    Optional.ofNullable(all.get(one.id()))
                        .filter(derivation -> derivation.sources().contains(exhibit))
                        .isPresent())
            .toList(),
        disclosures.of(investigation, exhibit, who));
  }
}
