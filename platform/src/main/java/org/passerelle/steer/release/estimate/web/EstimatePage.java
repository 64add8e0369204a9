package org.passerelle.steer.release.estimate.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Option;

/**
 * The request to publish a study.
 *
 * @param study its id
 * @param methods methods whose estimate can be published; empty if nothing can be asked for
 * @param method the chosen one, or empty
 * @param view what would be published; null if nothing was chosen, or may not be published
 * @param seen digest of it; empty if it cannot be asked for
 * @param refused why it cannot be published; empty if it can
 * @param published what was published of the study; null if nothing was
 * @param waiting the request that waits; null if there is none
 */
public record EstimatePage(
    UUID study,
    List<Option> methods,
    String method,
    @Nullable EstimateView view,
    String seen,
    String refused,
    @Nullable Published published,
    @Nullable Waiting waiting) {
  public EstimatePage {
    methods = List.copyOf(methods);
  }

  /** Its address. */
  public String href() {
    return "/steer/estimates/" + study;
  }

  /** What was published of the study, by whom. */
  public record Published(int number, Instant at, String askedBy, String approvedBy) {}

  /** A request that waits for a second person. */
  public record Waiting(UUID id, Instant at, boolean decides, boolean own) {}
}
