package org.passerelle.steer.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.storage.Sha256;

/**
 * What a yearly return of one year would hold, protected and attacked.
 *
 * @param parts one for each population that the return asks for, in its order
 */
public record ReturnProposal(YearlyReturn of, Period period, List<Part> parts) {
  public ReturnProposal {
    parts = List.copyOf(parts);
  }

  /**
   * The tables of a population.
   *
   * @param number number that its release would have
   * @param tables ids of its tables
   * @param nobody whether nobody is recorded; then it is left out, since zero is not unknown
   */
  public record Part(
      Population population,
      int number,
      List<String> tables,
      boolean nobody,
      Proposal.Outcome outcome) {
    public Part {
      tables = List.copyOf(tables);
    }

    Optional<Proposal.Part> frozen() {
      return outcome.frozen().map(frozen -> new Proposal.Part(population, tables, frozen));
    }
  }

  /** The releases that would be asked for; none if some part may not be published. */
  public List<Proposal.Part> frozen() {
    boolean blocked =
        parts.stream().anyMatch(part -> !part.nobody() && part.outcome().published() == null);
    return blocked ? List.of() : parts.stream().flatMap(part -> part.frozen().stream()).toList();
  }

  /** Digest of all that would be released; empty if nothing may be. */
  public String digest() {
    List<Proposal.Part> all = frozen();
    return all.isEmpty()
        ? ""
        : Sha256.of(
            all.stream().map(part -> part.frozen().digest()).collect(Collectors.joining(" ")));
  }
}
