package org.passerelle.protect.sharing.consent.recording.web;

import java.util.List;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.sharing.consent.recording.Recordings;

/**
 * View of the recordings of an organisation.
 *
 * @param languages languages that can have one
 */
public record RecordingsPage(List<Recordings.Recording> all, List<Option> languages, Filled form) {
  public RecordingsPage {
    all = List.copyOf(all);
    languages = List.copyOf(languages);
  }

  public String name(String code) {
    return languages.stream()
        .filter(one -> one.value().equals(code))
        .findFirst()
        .map(Option::label)
        .orElse(code);
  }
}
