package org.passerelle.understand.diagnosis.web;

import java.util.List;
import org.passerelle.storage.Sha256;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Suspects;

/**
 * What in a transcript may tell who somebody is.
 *
 * @param fresh whether the transcript is not stored yet
 */
public record StrikePage(
    Interview interview, String text, boolean fresh, List<Suspects.Suspect> suspects) {
  public StrikePage {
    suspects = List.copyOf(suspects);
  }

  static StrikePage of(Interview interview, String text, boolean fresh) {
    Interview.Held held = interview.held();
    List<String> known = held == null ? List.of() : List.of(held.pseudonym());
    return new StrikePage(interview, text, fresh, Suspects.in(text, known));
  }

  /** Digest of the text that was looked at. */
  public String digest() {
    return Sha256.of(text);
  }
}
