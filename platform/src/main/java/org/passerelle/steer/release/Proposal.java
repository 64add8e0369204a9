package org.passerelle.steer.release;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.disclosure.CellName;
import org.passerelle.disclosure.Published;
import org.passerelle.storage.Sha256;

/**
 * What can be published of a period, table by table, and the chosen tables together.
 *
 * @param number number that the release would have
 * @param nobody whether nobody is recorded in the period; then nothing may be published, since zero
 *     is not unknown
 * @param trials each declared table on its own
 * @param together the chosen tables together; null if none was chosen
 */
public record Proposal(
    int number, Period period, boolean nobody, List<Trial> trials, @Nullable Outcome together) {
  public Proposal {
    trials = List.copyOf(trials);
  }

  /**
   * A table on its own.
   *
   * @param saving the first coarser table that can be published; null if this one can, or none can
   */
  public record Trial(
      DeclaredTables.One table, Outcome outcome, DeclaredTables.@Nullable One saving) {}

  /**
   * Tables that were protected and attacked.
   *
   * @param published what would be published; null if nothing may be
   * @param cells the cells that keep it from being published
   * @param shown number of figures above zero that readers would see
   * @param hidden number of hidden figures
   */
  public record Outcome(
      @Nullable Published published, List<CellName> cells, long shown, long hidden) {
    public Outcome {
      cells = List.copyOf(cells);
    }

    /** Whether it may be published and says something. */
    public boolean isUseful() {
      return published != null && shown > hidden;
    }

    /** The content, as it would be frozen; empty if nothing may be published. */
    public Optional<Frozen> frozen() {
      return Optional.ofNullable(published).map(one -> Frozen.of(one.json()));
    }
  }

  /**
   * A release among those that are asked for together.
   *
   * @param tables ids of its tables
   */
  public record Part(Population population, List<String> tables, Frozen frozen) {
    public Part {
      tables = List.copyOf(tables);
    }
  }

  /**
   * The content of a release.
   *
   * @param content its file for programs; everything else is made of it
   * @param digest SHA-256 of it
   */
  public record Frozen(String content, String digest) {
    static Frozen of(String content) {
      return new Frozen(content, Sha256.of(content));
    }

    /**
     * The number for which it was protected: the releases before it were part of the attack, and
     * none after them was.
     */
    public int number() {
      return FigureProposals.number(published());
    }

    /** The figures in it. */
    public Published published() {
      return Published.read("release.json", content.getBytes(StandardCharsets.UTF_8));
    }
  }
}
