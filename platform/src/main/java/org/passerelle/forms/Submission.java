package org.passerelle.forms;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.forms.answers.Answers;
import org.passerelle.forms.answers.Subject;

/**
 * A form about a subject, with its answers.
 *
 * @param entry the clear part
 * @param definition the version that was filled in
 * @param answers all answers of a draft; of a completed submission, those to visible questions
 */
public record Submission(Entry entry, FormDefinition definition, Answers answers) {

  /**
   * The clear part of a submission; no answers.
   *
   * @param submitted whether it was completed; otherwise it is a draft
   * @param revision increases with every change
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
