package org.passerelle.protect.identity.recognition.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseNotice;
import org.passerelle.protect.identity.recognition.PossibleDuplicates;
import org.springframework.stereotype.Component;

/** Pairs that wait to be compared, on the Today page and above a case. */
@Component
class RecognitionToday implements CaseNotice, Today {
  /** Deadline for a comparison, since two files of one person each tell only half of the story. */
  private static final Duration PATIENCE = Duration.ofDays(7);

  private static final int SHOWN = 5;
  private final PossibleDuplicates pairs;

  RecognitionToday(PossibleDuplicates pairs) {
    this.pairs = pairs;
  }

  @Override
  public Optional<Note> of(Case file, SignedIn who, Page page) {
    long open =
        pairs.of(file.person().id(), who).stream()
            .filter(pair -> pair.open() && !pair.answeredByReader())
            .count();
    return open == 0
        ? Optional.empty()
        : Optional.of(
            new Note(
                "warn",
                "users",
                page.text("recognition.notice", open),
                page.text("recognition.notice.what"),
                "/protect/cases/" + file.id() + "/others",
                page.text("recognition.notice.look")));
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.SUPERVISOR)) {
      return List.of();
    }
    return pairs.waiting(who, SHOWN).stream()
        .map(
            pair ->
                new Item(
                    pair.foundAt().plus(PATIENCE),
                    page.text("recognition.today"),
                    pair.one().code() + " · " + pair.other().code(),
                    "/protect/recognition",
                    page.text("home.open")))
        .toList();
  }
}
