package org.passerelle.forms.draft;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.forms.Piece;

/**
 * A form draft.
 *
 * @param version number of its changes
 * @param form its content
 */
public record FormDraft(
    UUID id, int version, Piece form, UUID begunBy, UUID changedBy, Instant changedAt) {

  /** A change: the version it created, and the part changed. */
  public record Change(int version, String part, UUID by, Instant at) {}

  /** The id of the form. */
  public String name() {
    return form.text("form");
  }
}
