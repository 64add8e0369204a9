package org.passerelle.protect.phone;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that could not become what they are and wait, sealed, for somebody who looks at it: a
 * supervisor takes them over, hands them to a colleague or discards them. None waits for ever: they
 * fall under retention.
 */
@Service
public class KeptRecords {
  /** More than these nobody looks through. */
  private static final int MOST = 200;

  /** Why one is discarded. */
  public static final List<String> REASONS =
      List.of("double", "mistake", "asked-by-person", "unusable");

  private final RecordRows rows;
  private final Keeping keeping;
  private final SealedRecords seals;
  private final Officers officers;
  private final PaperFile papers;
  private final LeavingRecords leaving;
  private final Users users;
  private final AuditLog audit;

  KeptRecords(
      RecordRows rows,
      Keeping keeping,
      SealedRecords seals,
      Officers officers,
      PaperFile papers,
      LeavingRecords leaving,
      Users users,
      AuditLog audit) {
    this.rows = rows;
    this.keeping = keeping;
    this.seals = seals;
    this.officers = officers;
    this.papers = papers;
    this.leaving = leaving;
    this.users = users;
    this.audit = audit;
  }

  /**
   * One without its content.
   *
   * @param kind {@code screening}, {@code follow-up} or {@code intake}
   * @param why {@code version}: nobody here knows the version of the form; {@code case}: whoever
   *     filled it in does not see the case; {@code told}: a colleague told the visit meanwhile;
   *     {@code record}: the screening that it belongs to has not come, or is not finished
   */
  public record Kept(
      UUID id,
      UUID phone,
      UUID officer,
      String kind,
      String form,
      int version,
      String why,
      Instant madeAt,
      Instant at) {}

  /** All of the node for an administrator; for anybody else none. */
  @Transactional(readOnly = true)
  public List<Kept> ofNode(SignedIn who) {
    return who.is(Role.ADMINISTRATOR) ? kept(rows.kept(null, MOST)) : List.of();
  }

  /** Those of the organisation for a supervisor; for anybody else none. */
  @Transactional(readOnly = true)
  public List<Kept> ofOrganisation(SignedIn who) {
    return who.is(Role.SUPERVISOR) ? kept(rows.kept(who.organisation(), MOST)) : List.of();
  }

  /** To whom one can be handed: whoever screens persons or works on their cases. */
  public List<User> colleagues(SignedIn who) {
    return users.in(who.organisation()).stream()
        .filter(User::active)
        .filter(one -> one.roles().stream().anyMatch(Caseworkers.ROLES::contains))
        .toList();
  }

  /**
   * Takes one over.
   *
   * @param as colleague who answers for it from now on; a screening stays that of its officer
   * @return false if what it belongs to was erased, and it with it
   * @throws NotFound if there is none for this reader
   * @throws Refused if it cannot be taken over, with the reason
   */
  @Transactional
  public boolean takeOver(UUID id, UUID as, SignedIn who) {
    RecordRows.Row row = held(id, Role.SUPERVISOR, who);
    SealedRecords.Proven proven = seals.proven(keeping.content(row).signed());
    SignedIn answers =
        row.kind().equals(Brought.SCREENING) ? officers.of(proven.phone()) : colleague(as, who);
    String why = keeping.takeOver(row, proven, answers, true);
    if (why.equals(TakesIn.ENDED)) {
      audit.write(who, "phone.record-ended", row.subjectKind(), row.subject(), named(row));
      return false;
    }
    if (!why.isEmpty()) {
      throw new Refused("phones.refused." + why);
    }
    RecordRows.Row taken = taken(id);
    audit.write(
        who,
        "phone.record-taken",
        taken.subjectKind(),
        taken.subject(),
        Map.of("record", id.toString(), "as", answers.user().toString()));
    return true;
  }

  /**
   * Discards one unread, for good: it, its papers and their key. A phone that sends it again learns
   * that it may forget it.
   *
   * @param reason one of {@link #REASONS}
   * @throws NotFound if there is none for this reader
   */
  @Transactional
  public void discard(UUID id, String reason, SignedIn who) {
    if (!REASONS.contains(reason)) {
      throw new IllegalArgumentException("No reason: " + reason);
    }
    end(held(id, Role.SUPERVISOR, who), reason, who);
  }

  /**
   * The same for one whose time is over.
   *
   * @throws NotFound if there is none for this reader
   */
  @Transactional
  public void endRetained(UUID id, SignedIn who) {
    end(held(id, Role.DATA_PROTECTION_OFFICER, who), "retention-ended", who);
  }

  private void end(RecordRows.Row row, String reason, SignedIn who) {
    leaving.end(List.of(row));
    audit.write(
        who,
        "phone.record-discarded",
        row.subjectKind(),
        row.subject(),
        Map.of("record", row.id().toString(), "reason", reason));
  }

  private RecordRows.Row held(UUID id, Role role, SignedIn who) {
    return rows.holdKept(id)
        .filter(one -> who.is(role))
        .filter(one -> one.organisation().equals(who.organisation()))
        .orElseThrow(NotFound::new);
  }

  /** Once more by the house itself, where what it waited for may have come, or was erased. */
  @Transactional
  public void again(UUID id) {
    rows.holdKept(id).ifPresent(this::again);
  }

  private void again(RecordRows.Row row) {
    SealedRecords.Proven proven = seals.proven(keeping.content(row).signed());
    String why = keeping.takeOver(row, proven, officers.of(proven.phone()), false);
    if (why.equals(TakesIn.ENDED)) {
      audit.writeByHouse(
          row.organisation(), "phone.record-ended", row.subjectKind(), row.subject(), named(row));
    } else if (why.isEmpty()) {
      RecordRows.Row taken = taken(row.id());
      audit.writeByHouse(
          row.organisation(),
          "phone.record-taken",
          taken.subjectKind(),
          taken.subject(),
          Map.of("record", row.id().toString(), "as", row.officer().toString()));
    }
  }

  /** As it stands now; its papers go along to its key. */
  private RecordRows.Row taken(UUID id) {
    RecordRows.Row row = rows.find(id).orElseThrow();
    papers.move(id, row.key());
    return row;
  }

  private static Map<String, String> named(RecordRows.Row row) {
    return Map.of("record", row.id().toString(), "officer", row.officer().toString());
  }

  private SignedIn colleague(UUID as, SignedIn who) {
    if (as.equals(who.user())) {
      return who;
    }
    return colleagues(who).stream()
        .filter(one -> one.id().equals(as))
        .map(
            one ->
                new SignedIn(
                    one.id(),
                    one.name(),
                    one.organisation(),
                    who.organisationName(),
                    Set.copyOf(one.roles())))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static List<Kept> kept(List<RecordRows.Row> found) {
    return found.stream()
        .map(
            row ->
                new Kept(
                    row.id(),
                    row.phone(),
                    row.officer(),
                    row.kind(),
                    row.form(),
                    row.version(),
                    row.why(),
                    row.madeAt(),
                    row.at()))
        .toList();
  }
}
