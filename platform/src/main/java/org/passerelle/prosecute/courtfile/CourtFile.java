package org.passerelle.prosecute.courtfile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Version;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A case file as it was sealed. Immutable.
 *
 * @param number number of the compilation within the investigation; both versions of one have it
 * @param proceeding the proceeding for which it was compiled, or null
 * @param exhibits how many it lists
 * @param included of how many it contains the bytes
 * @param digestOfAll the same in both versions of the same exhibits
 * @param whole size and digests of the container
 * @param certificate certificate of the seal, by its name in signatures
 */
public record CourtFile(
    UUID id,
    int number,
    Version version,
    @Nullable UUID proceeding,
    Words words,
    int exhibits,
    int included,
    String digestOfAll,
    Digests whole,
    String certificate,
    Instant at,
    UUID user) {

  /**
   * What people wrote, and how the checklist stood.
   *
   * @param reference the court's number of the case
   * @param language language of the index
   * @param checked state of each point of the {@link Checklist}
   */
  public record Words(
      String title, String reference, String language, Map<String, Checklist.State> checked)
      implements Worded {
    public Words {
      checked = Map.copyOf(checked);
    }

    @Override
    public Map<String, String> texts() {
      return Map.of("title", title, "reference", reference);
    }
  }

  /**
   * What is asked for.
   *
   * @param exhibits those that were chosen; their sources come along
   * @param versions at least one
   * @param judged points of the checklist that somebody judged to be met
   */
  public record Draft(
      String title,
      String reference,
      String language,
      @Nullable UUID proceeding,
      Set<UUID> exhibits,
      List<Version> versions,
      Set<String> judged) {
    public Draft {
      exhibits = Set.copyOf(exhibits);
      versions = List.copyOf(versions);
      judged = Set.copyOf(judged);
    }
  }

  /** The name of its file. */
  public String fileName() {
    return "case-file-%d-%s.asice".formatted(number, version.word());
  }
}
