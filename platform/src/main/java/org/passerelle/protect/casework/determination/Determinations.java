package org.passerelle.protect.casework.determination;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.files.CaseAttachments;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Determinations of a case, entered by its team and signed by the panel. */
@Service
public class Determinations {
  private static final CaseRecord.Shape DETERMINATION =
      new CaseRecord.Shape(
          "determination",
          "determination.proposed",
          DeterminationRows.PLACE,
          """
          insert into determination
            (id, case_id, organisation, question, result, on_day, review_by, state, supersedes, quorum, details, at, by_user)
          values
            (:id, :case, :organisation, :question, :result, :on, :review, 'proposed', :supersedes, :quorum,
             :sealed, :at, :user)
          """);
  private final DeterminationRows rows;
  private final Cases cases;
  private final CaseTeam team;
  private final CaseAttachments files;
  private final Users users;
  private final CaseRecord records;
  private final Clock clock;

  Determinations(
      DeterminationRows rows,
      Cases cases,
      CaseTeam team,
      CaseAttachments files,
      Users users,
      CaseRecord records,
      Clock clock) {
    this.rows = rows;
    this.cases = cases;
    this.team = team;
    this.files = files;
    this.users = users;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Determinations of a case, newest first.
   *
   * @throws NotFound if no such case is visible to this reader
   */
  @Transactional(readOnly = true)
  public List<Determination> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows.of(caseId);
  }

  /** Number of determinations. */
  @Transactional(readOnly = true)
  public int count(UUID caseId, SignedIn who) {
    return of(caseId, who).size();
  }

  @Transactional(readOnly = true)
  public Determination find(UUID caseId, UUID id, SignedIn who) {
    return of(caseId, who).stream()
        .filter(d -> d.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * The valid determination on a question: signed by enough members, and not superseded.
   *
   * @param found a case whose access the caller has checked
   * @param question code of {@code determination_questions}
   */
  @Transactional(readOnly = true)
  public Optional<Determination> found(Case found, String question) {
    return rows.of(found.id()).stream()
        .filter(d -> d.made() && d.question().equals(question))
        .findFirst();
  }

  /**
   * Possible internal members of a panel: the team of the case and its supervisors, who can read
   * it.
   */
  @Transactional(readOnly = true)
  public List<UUID> colleagues(UUID caseId, SignedIn who) {
    Set<UUID> all = new LinkedHashSet<>(team.members(caseId, who));
    if (!cases.find(caseId, who).closedToNamed()) {
      users.with(who.organisation(), Role.SUPERVISOR).forEach(u -> all.add(u.id()));
    }
    return List.copyOf(all);
  }

  /**
   * Enters a panel's determination for signature.
   *
   * @throws Refused if the panel is too small, names somebody twice, requires fewer than three
   *     signatures or less than a majority, or a part is missing
   */
  @Transactional
  public UUID propose(UUID caseId, Determination.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    check(draft, caseId, who);
    UUID before = draft.supersedes();
    if (before != null) {
      find(caseId, before, who);
      rows.superseded(caseId, before);
    }
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("organisation", file.organisation());
    row.put("question", draft.question());
    row.put("result", draft.result());
    row.put("on", draft.on());
    row.put("review", draft.reviewBy());
    row.put("supersedes", before);
    row.put("quorum", draft.quorum() == 0 ? draft.seats().size() : draft.quorum());
    return records.add(
        DETERMINATION,
        caseId,
        Map.of("question", draft.question()),
        who,
        (at, all) -> {
          UUID id =
              records.row(
                  DETERMINATION,
                  new CaseRecord.Written(caseId, at, who),
                  draft.question(),
                  row,
                  draft.words(),
                  all);
          rows.add(id, caseId, draft.seats(), all);
          return id;
        });
  }

  private void check(Determination.Draft draft, UUID caseId, SignedIn who) {
    Set<String> seen = new HashSet<>();
    List<UUID> colleagues = colleagues(caseId, who);
    for (Determination.Seat seat : draft.seats()) {
      UUID user = seat.user();
      String name = seat.person().name().strip();
      if ((user == null) == name.isEmpty() || seat.person().function().isBlank()) {
        throw new Refused("determination.refused.member").at("members");
      }
      if (user != null && !colleagues.contains(user)) {
        throw new Refused("determination.refused.colleague").at("members");
      }
      if (!seen.add(user == null ? name.toLowerCase(Locale.ROOT) : user.toString())) {
        throw new Refused("determination.refused.twice").at("members");
      }
    }
    if (seen.size() < Determination.QUORUM) {
      throw new Refused("determination.refused.quorum", Determination.QUORUM).at("members");
    }
    int quorum = draft.quorum();
    if (quorum != 0
        && (quorum < Determination.QUORUM || quorum * 2 <= seen.size() || quorum > seen.size())) {
      throw new Refused(
              "determination.refused.signatures",
              Math.max(Determination.QUORUM, seen.size() / 2 + 1),
              seen.size())
          .at("quorum");
    }
    if (!Days.begun(draft.on(), clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
    Determination.Words words = draft.words();
    if (words.panel().isBlank()
        || words.options().isBlank()
        || words.view().isBlank()
        || words.reasons().isBlank()
        || words.decision().isBlank()) {
      throw new Refused("determination.refused.words");
    }
  }

  /**
   * Records a member's signature; the last required one makes the determination valid and replaces
   * earlier ones. A second signature of the same member changes nothing.
   *
   * @param paper location of an external signature; empty for the user's own. Without a file of the
   *     case it counts only after confirmation by a second colleague, so that nobody signs for a
   *     whole panel alone
   * @throws NotFound if only that colleague can sign, or the file does not exist
   */
  @Transactional
  public void sign(UUID caseId, UUID id, UUID member, Determination.Paper paper, SignedIn who) {
    cases.check(caseId, who);
    Determination found = rows.hold(caseId, id).orElseThrow(NotFound::new);
    Determination.Member signer = member(found, member);
    UUID user = signer.user();
    if (user != null && !user.equals(who.user())) {
      throw new NotFound();
    }
    UUID document = paper.document();
    if (user == null && paper.where().isBlank()) {
      throw new Refused("form.error.required").at("words");
    }
    if (document != null
        && files.of(caseId, who).stream().noneMatch(file -> file.id().equals(document))) {
      throw new NotFound();
    }
    if (found.state().equals("superseded")) {
      throw new Refused("determination.refused.superseded");
    }
    if (signer.signed()) {
      return;
    }
    rows.signed(found, member, paper, who.user());
    write(found, "determination.signed", who);
    if (user != null || document != null) {
      counted(found, who);
    }
  }

  /**
   * Records that a second colleague has seen the document signed by an external member.
   *
   * @throws Refused if the user entered the signature
   * @throws NotFound if there is nothing to confirm
   */
  @Transactional
  public void confirm(UUID caseId, UUID id, UUID member, SignedIn who) {
    cases.check(caseId, who);
    Determination found = rows.hold(caseId, id).orElseThrow(NotFound::new);
    Determination.Member signer = member(found, member);
    if (signer.counts()) {
      return;
    }
    if (!signer.toConfirm()) {
      throw new NotFound();
    }
    if (found.state().equals("superseded")) {
      throw new Refused("determination.refused.superseded");
    }
    if (who.user().equals(signer.signedBy())) {
      throw new Refused("determination.refused.alone");
    }
    rows.confirmed(member, who.user());
    write(found, "determination.confirmed", who);
    counted(found, who);
  }

  private static Determination.Member member(Determination found, UUID member) {
    return found.members().stream()
        .filter(m -> m.id().equals(member))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Handles one more counted signature. */
  private void counted(Determination before, SignedIn who) {
    if (!before.made() && before.missing() == 1 && rows.made(before)) {
      write(before, "determination.made", who);
    }
  }

  private void write(Determination determination, String kind, SignedIn who) {
    records.write(
        determination.caseId(),
        kind,
        determination.question(),
        determination.id(),
        Map.of("determination", determination.id().toString()),
        who);
  }
}
