package org.passerelle.protect.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.consent.Consent;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.DisclosureRules;
import org.passerelle.protect.consent.Disclosures;
import org.passerelle.protect.consent.LegalGround;
import org.passerelle.protect.consent.LegalGrounds;
import org.passerelle.protect.consent.Objection;
import org.passerelle.protect.consent.OnwardLimits;
import org.passerelle.protect.consent.Released;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Referrals that the organisation sends: drafted, released field by field, sent once, followed
 * until their end.
 */
@Service
public class Referrals {
  /** Sending a referral as an act that may need a second person. */
  public static final String SEND = "referral.send";

  private static final String REQUEST = "referral.request";
  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final CaseJournal journal;
  private final Consents consents;
  private final LegalGrounds grounds;
  private final DisclosureRules rules;
  private final Disclosures disclosures;
  private final DossierMaker dossiers;
  private final ReferralMessages messages;
  private final OnwardRequests onward;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Approvals approvals;

  Referrals(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      Cases cases,
      CaseJournal journal,
      Consents consents,
      LegalGrounds grounds,
      DisclosureRules rules,
      Disclosures disclosures,
      DossierMaker dossiers,
      ReferralMessages messages,
      OnwardRequests onward,
      Outbox outbox,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Approvals approvals) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.cases = cases;
    this.journal = journal;
    this.consents = consents;
    this.grounds = grounds;
    this.rules = rules;
    this.disclosures = disclosures;
    this.dossiers = dossiers;
    this.messages = messages;
    this.onward = onward;
    this.outbox = outbox;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.approvals = approvals;
  }

  /** Begins a draft; nothing leaves. */
  @Transactional
  public UUID draft(UUID caseId, Referral.Draft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (draft.recipient().equals(who.organisation())) {
      throw new Refused("referral.refused.own");
    }
    rules.againstRecipient(file, draft.recipient()).ifPresent(Referrals::refuse);
    UUID id = identifiers.next();
    List<String> needed = Released.neededFor(draft.service()).stream().map(Released::code).toList();
    db.sql(
            """
            insert into referral
              (id, organisation, case_id, recipient, service, purpose, deadline, state, request, fields, at, by_user)
            values
              (:id, :organisation, :case, :recipient, :service, :purpose, :deadline, 'draft', :request, :fields, :at,
               :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("case", caseId)
        .param("recipient", draft.recipient())
        .param("service", draft.service())
        .param("purpose", draft.purpose())
        .param("deadline", OffsetDateTime.ofInstant(draft.deadline(), ZoneOffset.UTC))
        .param("request", vault.seal(caseId, REQUEST, draft.request()))
        .param("fields", String.join(",", needed))
        .param("at", now())
        .param("user", who.user())
        .update();
    return id;
  }

  /** A referral of a case that the user may see. */
  @Transactional(readOnly = true)
  public Referral find(UUID id, SignedIn who) {
    Referral found =
        db.sql("select * from referral where id = :id and organisation = :organisation")
            .param("id", id)
            .param("organisation", who.organisation())
            .query((row, i) -> referral(row))
            .optional()
            .orElseThrow(NotFound::new);
    cases.check(found.caseId(), who);
    return found;
  }

  /** Referrals of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Referral> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return db.sql("select * from referral where case_id = :case order by at desc, id")
        .param("case", caseId)
        .query((row, i) -> referral(row))
        .list();
  }

  /** Referrals of all cases whose team the user belongs to, those that wait first. */
  @Transactional(readOnly = true)
  public List<Referral> mine(SignedIn who, int limit) {
    return sight
        .sql(
            """
            select r.* from referral r join protect_case c on c.id = r.case_id
             where r.organisation = :organisation and {team c}
             order by case when r.state in ('queued', 'sent') then 0 else 1 end, r.deadline desc limit :limit
            """,
            who)
        .param("limit", limit)
        .query((row, i) -> referral(row))
        .list();
  }

  /** The fields that the case holds, with their values, for choosing; the look is logged. */
  @Transactional
  public Map<Released, List<String>> values(Referral referral, SignedIn who) {
    return dossiers.values(cases.find(referral.caseId(), who), who);
  }

  /** What forbids giving a field on a basis; nothing if it may go. */
  @Transactional(readOnly = true)
  public Optional<Objection> objection(
      Referral referral, Released field, @Nullable UUID basis, SignedIn who) {
    return judge(cases.find(referral.caseId(), who), referral, Set.of(field.category()), basis);
  }

  /** Keeps a choice of fields and basis in the draft. */
  @Transactional
  public void choose(UUID id, List<String> fields, @Nullable UUID basis, SignedIn who) {
    Referral draft = draftOf(id, who);
    if (approvals.waiting(SEND, id).isPresent()) {
      // what a second person agrees to is what they read
      throw new Refused("referral.refused.waits");
    }
    int chosen =
        db.sql(
                "update referral set fields = :fields, basis = :basis where id = :id and state = 'draft'")
            .param(
                "fields",
                String.join(",", fields.stream().filter(f -> Released.of(f).isPresent()).toList()))
            .param("basis", basis)
            .param("id", draft.id())
            .update();
    if (chosen == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
  }

  /** What the recipient will get if it is sent as it stands. */
  @Transactional
  public Dossier preview(UUID id, SignedIn who) {
    return dossier(draftOf(id, who), who);
  }

  /**
   * Sends, or asks for it where the organisation wants a supervisor's yes: the draft then waits.
   *
   * <p>What came from another organisation that did not allow passing it on waits for that
   * organisation's answer, or, where that cannot wait, for a supervisor's yes.
   *
   * @return whether it left, or for whom it waits
   * @throws Refused if the basis does not cover what was chosen
   */
  @Transactional
  public Sent send(UUID id, SignedIn who) {
    Referral draft = draftOf(id, who);
    Case file = cases.find(draft.caseId(), who);
    String kind = kind(judgeBasis(file, draft));
    Optional<Objection> limited = againstOnward(file, draft);
    if (limited.isPresent() && !OnwardLimits.urgent(kind)) {
      onward.ask(file, draft, kind, who);
      return Sent.WAITS_FOR_ORIGIN;
    }
    if (limited.isEmpty() && !approvals.needed(SEND, who)) {
      sendNow(id, who, null);
      return Sent.LEFT;
    }
    approvals.request(
        SEND,
        new ActSubject("referral", id, file.organisation(), file.id()),
        Map.of(
            "code",
            file.code(),
            "service",
            draft.service(),
            "recipient",
            draft.recipient().toString()),
        who);
    return Sent.WAITS_FOR_SUPERVISOR;
  }

  /** What became of a referral that was to be sent. */
  public enum Sent {
    /** It is on its way. */
    LEFT,
    /** A second person must agree first. */
    WAITS_FOR_SUPERVISOR,
    /** Whoever gave the dossier was asked whether it may be passed on. */
    WAITS_FOR_ORIGIN
  }

  private Optional<Objection> againstOnward(Case file, Referral draft) {
    return rules.againstOnward(file, draft.recipient(), draft.purpose(), draft.fields());
  }

  private UUID judgeBasis(Case file, Referral draft) {
    UUID basis = draft.basis();
    if (basis == null) {
      throw new Refused("referral.refused.no-basis");
    }
    judge(file, draft, Released.categoriesOf(draft.fields()), basis).ifPresent(Referrals::refuse);
    return basis;
  }

  /**
   * The basis is judged, the disclosure recorded, the dossier put in the outbox and the journal
   * written, all in one transaction.
   */
  void sendNow(UUID id, SignedIn who, @Nullable SignedIn second) {
    Referral draft = draftOf(id, who);
    Case file = cases.find(draft.caseId(), who);
    UUID basis = judgeBasis(file, draft);
    Optional<Objection> limited = againstOnward(file, draft);
    if (limited.isPresent()) {
      String kind = kind(basis);
      if (second == null || !OnwardLimits.urgent(kind)) {
        refuse(limited.get());
      } else {
        onward.urgent(file, draft, kind, who, second);
      }
    }
    Dossier dossier = dossier(draft, who);
    // of two who send it at once, one finds that it is no draft any more
    move(id, "draft", "queued");
    UUID message =
        outbox.put(
            new Outbox.Outgoing(
                "referral.sent",
                1,
                id,
                who.organisation(),
                draft.recipient(),
                basis,
                draft.caseId(),
                dossier.json()));
    Optional<Consent> consent = consents.find(basis);
    disclosures.record(
        new Disclosures.Draft(
            draft.caseId(),
            draft.recipient(),
            consent.isPresent() ? "consent" : "legal_ground",
            basis,
            consent
                .map(Consent::version)
                .orElseGet(() -> grounds.find(basis).map(LegalGround::version).orElse(1)),
            draft.purpose(),
            List.copyOf(dossier.fields().keySet()),
            dossier.onward(),
            message,
            id),
        who);
    journal.add(draft.caseId(), "referral.queued", draft.service(), id, who);
  }

  /**
   * Takes a request back. What waits does not leave; whoever has received something is told and
   * stops using it.
   */
  @Transactional
  public void revoke(UUID id, SignedIn who) {
    refuseEnded(find(id, who));
    // first what waits, as a delivery does: then each sees what the other has done
    List<UUID> stopped =
        outbox.end(
            new Outbox.Which.OfOrder(id, who.organisation()),
            Ending.REVOKED,
            Ending.REVOKED.code());
    Referral found = find(id, who);
    if (found.state().equals("revoked")) {
      if (stopped.isEmpty()) {
        return;
      }
    } else {
      refuseEnded(found);
      move(id, found.state(), "revoked");
    }
    if (found.state().equals("draft")) {
      return;
    }
    if (disclosures.arrived(id)) {
      outbox.put(
          new Outbox.Outgoing(
              "referral.revoked", 1, id, who.organisation(), found.recipient(), null, null, "{}"));
    }
    journal.add(found.caseId(), "referral.revoked", found.service(), id, who);
    audit.write(who, "referral.revoked", "referral", id, Map.of());
  }

  private static void refuseEnded(Referral found) {
    if (!found.state().equals("draft") && !found.awaited() && !found.state().equals("accepted")) {
      throw new Refused("referral.refused.ended");
    }
  }

  /** Writes to the recipient about a referral. */
  @Transactional
  public void write(UUID id, String text, SignedIn who) {
    Referral found = find(id, who);
    if (found.state().equals("draft")) {
      throw new Refused("referral.refused.draft");
    }
    messages.keep(id, who.organisation(), who.organisation(), text);
    outbox.put(
        new Outbox.Outgoing(
            "referral.message",
            1,
            id,
            who.organisation(),
            found.recipient(),
            null,
            found.caseId(),
            ReferralMessages.json(text)));
    audit.write(who, "referral.message-sent", "referral", id, Map.of());
  }

  /** The messages of a referral, oldest first. */
  @Transactional(readOnly = true)
  public List<Referral.Message> messages(UUID id, SignedIn who) {
    find(id, who);
    return messages.of(id, who.organisation());
  }

  private Dossier dossier(Referral draft, SignedIn who) {
    Case file = cases.find(draft.caseId(), who);
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    dossiers
        .values(file, who)
        .forEach(
            (field, values) -> {
              if (draft.fields().contains(field.code())) {
                chosen.put(field.code(), values);
              }
            });
    UUID basis = draft.basis();
    boolean onward = basis != null && consents.find(basis).map(Consent::onward).orElse(false);
    String kind = basis == null ? "" : kind(basis);
    return new Dossier(
        draft.id(),
        draft.service(),
        draft.purpose(),
        draft.deadline().toString(),
        draft.request(),
        file.nonPunishment(),
        file.minor(),
        onward,
        kind,
        chosen);
  }

  private String kind(UUID basis) {
    return consents
        .find(basis)
        .map(c -> "consent")
        .orElseGet(() -> grounds.find(basis).map(LegalGround::kind).orElse(""));
  }

  private Optional<Objection> judge(
      Case file, Referral referral, Set<String> categories, @Nullable UUID basis) {
    if (basis == null) {
      return Optional.of(new Objection("referral.refused.no-basis", List.of()));
    }
    Optional<Consent> consent = consents.find(basis);
    if (consent.isPresent()) {
      return rules.against(
          file, referral.recipient(), referral.purpose(), categories, consent.get());
    }
    return grounds
        .find(basis)
        .map(g -> rules.against(file, referral.recipient(), referral.purpose(), categories, g))
        .orElse(Optional.of(new Objection("referral.refused.no-basis", List.of())));
  }

  private Referral draftOf(UUID id, SignedIn who) {
    Referral found = find(id, who);
    if (!found.state().equals("draft")) {
      throw new Refused("referral.refused.sent");
    }
    return found;
  }

  private void move(UUID id, String from, String to) {
    int moved =
        db.sql("update referral set state = :to, answer = null where id = :id and state = :from")
            .param("to", to)
            .param("from", from)
            .param("id", id)
            .update();
    if (moved == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
  }

  private Referral referral(ResultSet row) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    String fields = row.getString("fields");
    return new Referral(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        caseId,
        row.getObject("recipient", UUID.class),
        row.getString("service"),
        row.getString("purpose"),
        row.getObject("deadline", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        vault.open(caseId, REQUEST, row.getBytes("request")),
        fields.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(fields.split(",", -1))),
        row.getObject("basis", UUID.class),
        row.getString("answer"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("by_user", UUID.class),
        instant(row, "sent_at"),
        instant(row, "answered_at"),
        instant(row, "withdrawal_acknowledged_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static void refuse(Objection objection) {
    throw new Refused(objection.key(), objection.arguments().toArray());
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
