package org.passerelle.protect.casework.determination;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.storage.House;

/** Panels for tests. */
public record DeterminationScenes(House house) {
  private Determinations determinations() {
    return house.get(Determinations.class);
  }

  /** A determination signed by three external members. */
  public UUID made(UUID caseId, String question, String result, SignedIn who) {
    UUID id = proposed(caseId, question, result, outside(3), null, who);
    determinations()
        .find(caseId, id, who)
        .members()
        .forEach(m -> determinations().sign(caseId, id, m.id(), paper(caseId, who), who));
    return id;
  }

  /** A file of the case with the signatures. */
  Determination.Paper paper(UUID caseId, SignedIn who) {
    byte[] content = "Signed by all".getBytes(StandardCharsets.UTF_8);
    return new Determination.Paper(
        "In the paper file",
        house.get(CaseAttachments.class).add(caseId, "other", "panel.txt", content, who));
  }

  UUID proposed(
      UUID caseId,
      String question,
      String result,
      List<Determination.Seat> seats,
      @Nullable UUID before,
      SignedIn who) {
    return proposed(caseId, question, result, seats, 0, before, who);
  }

  UUID proposed(
      UUID caseId,
      String question,
      String result,
      List<Determination.Seat> seats,
      int quorum,
      @Nullable UUID before,
      SignedIn who) {
    LocalDate today = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC);
    return determinations()
        .propose(
            caseId,
            new Determination.Draft(
                question,
                result,
                today,
                today.plusMonths(6),
                before,
                new Determination.Words(
                    "Commission of the centre",
                    "Aunt, foster care, staying",
                    "I want to go to my aunt in Zlatna Ruka",
                    "interpreter",
                    "The aunt was visited",
                    "With a visit each month"),
                seats,
                quorum),
            who);
  }

  /** A number of external members. */
  static List<Determination.Seat> outside(int count) {
    List<String> names = List.of("Nada", "Petar", "Mirjana", "Goran", "Vesna");
    return names.subList(0, count).stream()
        .map(n -> new Determination.Seat(null, new Determination.Person(n, "Psychologist")))
        .toList();
  }
}
