package org.passerelle.forms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form about a subject, with its answers.
 *
 * @param entry what is in clear
 * @param definition the version that was filled in
 * @param answers of a draft all that were given, of what was submitted those to questions shown
 */
public record Submission(Entry entry, FormDefinition definition, Answers answers) {

  /**
   * What a list shows of a submission; no answers.
   *
   * @param submitted whether it was handed in; else it is a draft
   * @param revision grows with every change
   */
  public record Entry(
      UUID id,
      Subject subject,
      String form,
      int version,
      boolean submitted,
      int revision,
      UUID createdBy,
      Instant createdAt,
      Instant changedAt,
      @Nullable Instant submittedAt) {}
}
