package org.passerelle.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.determination.Determination;
import org.passerelle.protect.casework.determination.Determinations;
import org.springframework.stereotype.Component;

/** Best-interests panels of the demonstration and their findings; names are invented. */
@Component
class DemoPanels {
  private final Determinations determinations;
  private final CaseAttachments files;
  private final Clock clock;

  DemoPanels(Determinations determinations, CaseAttachments files, Clock clock) {
    this.determinations = determinations;
    this.files = files;
    this.clock = clock;
  }

  /** Records that a panel found a measure to be in a child's best interests. */
  void made(UUID file, String question, String words, SignedIn who) {
    UUID id = proposed(file, question, words, who);
    UUID paper =
        files.add(
            file,
            "other",
            "panel.txt",
            "Signed by all members (demo)".getBytes(StandardCharsets.UTF_8),
            who);
    for (Determination.Member member : determinations.find(file, id, who).members()) {
      determinations.sign(
          file,
          id,
          member.id(),
          member.user() == null
              ? new Determination.Paper("Paper file, folder 3 (demo)", paper)
              : new Determination.Paper("", null),
          who);
    }
  }

  /** Records that a panel has met but not signed yet. */
  UUID proposed(UUID file, String question, String words, SignedIn who) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(4);
    return determinations.propose(
        file,
        new Determination.Draft(
            question,
            "in_favour",
            day,
            day.plusMonths(6),
            null,
            new Determination.Words(
                "Commission for the best interests of the child (demo)",
                "Staying in care here; life with the aunt; foster family near the school.",
                words,
                "interpreter",
                "The aunt was visited twice, nobody of the network lives nearby, the school has a"
                    + " place. The child was heard alone and asked for it.",
                "As asked, with a visit each month and a review after six."),
            List.of(
                new Determination.Seat(who.user(), new Determination.Person("", "Case manager")),
                seat("N. Savić (demo)", "Psychologist"),
                seat("P. Ilić (demo)", "Lawyer of the guardianship authority")),
            0),
        who);
  }

  private static Determination.Seat seat(String name, String function) {
    return new Determination.Seat(null, new Determination.Person(name, function));
  }
}
