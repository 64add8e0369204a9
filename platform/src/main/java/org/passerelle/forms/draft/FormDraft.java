package org.passerelle.forms.draft;

import java.time.Instant;
import java.util.UUID;
import org.passerelle.forms.Piece;

/**
 * A form that is being written.
 *
 * @param version counts its changes
 * @param form what its file says
 */
public record FormDraft(
    UUID id, int version, Piece form, UUID begunBy, UUID changedBy, Instant changedAt) {

  /** One change: the version that it made, and of what. */
  public record Change(int version, String part, UUID by, Instant at) {}

  /** The id of the form. */
  public String name() {
    return form.text("form");
  }
}
