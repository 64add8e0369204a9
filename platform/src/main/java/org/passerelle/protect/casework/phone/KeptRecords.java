package org.passerelle.protect.casework.phone;

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
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that could not be processed and wait, encrypted, for a supervisor, who accepts them,
 * assigns them to a colleague or discards them. They are subject to retention.
 */
@Service
public class KeptRecords {
  /** Maximum number of records listed. */
  private static final int MOST = 200;

  /** Reasons for discarding a record. */
  public static final List<String> REASONS =
      List.of("double", "mistake", "asked-by-person", "unusable");

  private final RecordRows rows;
  private final RecordStorage keeping;
  private final SealedRecords seals;
  private final Officers officers;
  private final PaperFile papers;
  private final RecordDeletion leaving;
  private final Users users;
  private final AuditLog audit;

  KeptRecords(
      RecordRows rows,
      RecordStorage keeping,
      SealedRecords seals,
      Officers officers,
      PaperFile papers,
      RecordDeletion leaving,
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
   * A waiting record without its content.
   *
   * @param kind {@code screening}, {@code follow-up} or {@code intake}
   * @param why {@code version}: the version of the form is unknown here; {@code case}: the author
   *     does not see the case; {@code told}: a colleague has reported the visit meanwhile; {@code
   *     record}: the screening to which it belongs is missing or unfinished
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

  /** Waiting records of the node, for administrators only. */
  @Transactional(readOnly = true)
  public List<Kept> ofNode(SignedIn who) {
    return who.is(Role.ADMINISTRATOR) ? kept(rows.kept(null, MOST)) : List.of();
  }

  /** Waiting records of the organisation, for supervisors only. */
  @Transactional(readOnly = true)
  public List<Kept> ofOrganisation(SignedIn who) {
    return who.is(Role.SUPERVISOR) ? kept(rows.kept(who.organisation(), MOST)) : List.of();
  }

  /** Colleagues to whom a record can be assigned: those who screen or work on cases. */
  public List<User> colleagues(SignedIn who) {
    return users.in(who.organisation()).stream()
        .filter(User::active)
        .filter(one -> one.roles().stream().anyMatch(Caseworkers.ROLES::contains))
        .toList();
  }

  /**
   * Accepts a record.
   *
   * @param as colleague responsible for it from now on; a screening stays with its officer
   * @return false if it was erased with what it belongs to
   * @throws NotFound if no such record is visible to this reader
   * @throws Refused with the reason why it cannot be accepted
   */
  @Transactional
  public boolean takeOver(UUID id, UUID as, SignedIn who) {
    RecordRows.Row row = held(id, Role.SUPERVISOR, who);
    SealedRecords.Proven proven = seals.proven(keeping.content(row).signed());
    SignedIn answers =
        row.kind().equals(DeliveredRecord.SCREENING)
            ? officers.of(proven.phone())
            : colleague(as, who);
    String why = keeping.takeOver(row, proven, answers, true);
    if (why.equals(RecordProcessor.ENDED)) {
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
   * Discards a record unread, with its documents and key. A phone that sends it again is told to
   * delete it.
   *
   * @param reason one of {@link #REASONS}
   * @throws NotFound if no such record is visible to this reader
   */
  @Transactional
  public void discard(UUID id, String reason, SignedIn who) {
    if (!REASONS.contains(reason)) {
      throw new IllegalArgumentException("Unknown reason: " + reason);
    }
    end(held(id, Role.SUPERVISOR, who), reason, who);
  }

  /**
   * The same for a record whose retention has expired.
   *
   * @throws NotFound if no such record is visible to this reader
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

  /** Retries automatically, since what it waited for may have arrived or been erased. */
  @Transactional
  public void again(UUID id) {
    rows.holdKept(id).ifPresent(this::again);
  }

  private void again(RecordRows.Row row) {
    SealedRecords.Proven proven = seals.proven(keeping.content(row).signed());
    String why = keeping.takeOver(row, proven, officers.of(proven.phone()), false);
    if (why.equals(RecordProcessor.ENDED)) {
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

  /** Reloads the row after acceptance and moves its documents to its key. */
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
