package org.passerelle.protect.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.CaseJournal;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.consent.OnwardLimits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the origin of a dossier whether it may be passed on, and answers there. What could not wait
 * for an answer is told to the origin instead.
 */
@Service
public class OnwardRequests {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final JdbcClient db;
  private final CaseSight sight;
  private final CaseJournal journal;
  private final OnwardLimits limits;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  OnwardRequests(
      JdbcClient db,
      CaseSight sight,
      CaseJournal journal,
      OnwardLimits limits,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.journal = journal;
    this.limits = limits;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Asks the origin; the draft waits.
   *
   * @throws Refused if the same was asked already, or refused
   */
  void ask(Case file, Referral draft, String basisKind, SignedIn who) {
    OnwardRequest request = request(file, draft, basisKind, "asked");
    find(draft.id(), file.organisation())
        .filter(before -> before.fields().containsAll(request.fields()))
        .filter(before -> before.recipient().equals(request.recipient()))
        .ifPresent(
            before -> {
              throw new Refused("referral.refused.onward-" + before.state());
            });
    keep(request, file.organisation());
    // a request tells of nobody by name; it does not outlive the file all the same
    put("onward.asked", request, file.organisation(), request.origin(), file.id());
    journal.add(file.id(), "onward.asked", draft.service(), draft.id(), who);
    audit.write(who, "onward.asked", "referral", draft.id(), detail(request));
  }

  /** A second person said that it cannot wait; the origin is told. */
  void urgent(Case file, Referral draft, String basisKind, SignedIn who, SignedIn second) {
    OnwardRequest request = request(file, draft, basisKind, "urgent");
    keep(request, file.organisation());
    put("onward.urgent", request, file.organisation(), request.origin(), null);
    journal.add(file.id(), "onward.urgent", draft.service(), draft.id(), who);
    audit.write(second, "onward.urgent", "referral", draft.id(), detail(request));
  }

  private OnwardRequest request(Case file, Referral draft, String basisKind, String state) {
    OnwardLimits.Limit limit = limits.of(file, draft.recipient()).orElseThrow(NotFound::new);
    return new OnwardRequest(
        draft.id(),
        limit.referral(),
        file.organisation(),
        limit.origin(),
        draft.recipient(),
        draft.service(),
        draft.purpose(),
        draft.fields(),
        basisKind,
        state,
        clock.instant(),
        null);
  }

  /** What was asked for a draft, if anything was. */
  @Transactional(readOnly = true)
  public Optional<OnwardRequest> of(Referral draft) {
    return find(draft.id(), draft.organisation());
  }

  /** What was asked about a referral that one's organisation sent, the newest first. */
  @Transactional(readOnly = true)
  public List<OnwardRequest> about(Referral sent) {
    return db.sql(
            """
            select * from onward_permission
             where origin_referral = :referral and organisation = :organisation order by asked_at desc, id
            """)
        .param("referral", sent.id())
        .param("organisation", sent.organisation())
        .query((row, i) -> request(row))
        .list();
  }

  /** What waits for an answer of the reader: of cases on whose team they are. */
  @Transactional(readOnly = true)
  public List<OnwardRequest> toAnswer(SignedIn who, int limit) {
    return sight
        .sql(
            """
            select o.* from onward_permission o
              join referral r on r.id = o.origin_referral join protect_case c on c.id = r.case_id
             where o.organisation = :organisation and o.state = 'asked' and o.origin = :organisation and {team c}
             order by o.asked_at limit :limit
            """,
            who)
        .param("limit", limit)
        .query((row, i) -> request(row))
        .list();
  }

  /**
   * Answers; whoever asked is told.
   *
   * @param sent the referral by which it was given, which the caller has found for the reader
   * @throws Refused if somebody has answered it already
   */
  @Transactional
  public void answer(Referral sent, UUID id, boolean given, SignedIn who) {
    OnwardRequest request =
        find(id, sent.organisation())
            .filter(one -> one.originReferral().equals(sent.id()))
            .orElseThrow(NotFound::new);
    String state = given ? "given" : "refused";
    if (settle(id, sent.organisation(), state, who.user()) == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
    put("onward." + state, request, sent.organisation(), request.asker(), null);
    journal.add(sent.caseId(), "onward." + state, request.service(), sent.id(), who);
    audit.write(who, "onward." + state, "referral", sent.id(), detail(request));
  }

  /** Takes a message about it, on either side. */
  void receive(Received message) {
    OnwardRequest request = JSON.readValue(message.payload(), OnwardRequest.class);
    switch (message.type()) {
      case "onward.asked", "onward.urgent" -> {
        if (ownReferral(request.originReferral(), message.recipient())
            && request.asker().equals(message.sender())) {
          keep(request, message.recipient());
          note(request.originReferral(), message.type(), request.service());
        }
      }
      default -> {
        if (request.origin().equals(message.sender())
            && settle(
                    request.id(),
                    message.recipient(),
                    message.type().equals("onward.given") ? "given" : "refused",
                    null)
                == 1) {
          note(request.id(), message.type(), request.service());
        }
      }
    }
  }

  private boolean ownReferral(UUID referral, UUID organisation) {
    return db.sql("select count(*) from referral where id = :id and organisation = :organisation")
            .param("id", referral)
            .param("organisation", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  private void note(UUID referral, String kind, String service) {
    db.sql("select case_id from referral where id = :id")
        .param("id", referral)
        .query(UUID.class)
        .optional()
        .ifPresent(caseId -> journal.addByHouse(caseId, kind, service, referral));
  }

  private int settle(UUID id, UUID organisation, String state, @Nullable UUID user) {
    return db.sql(
            """
            update onward_permission set state = :state, answered_at = :now, answered_by = :user
             where id = :id and organisation = :organisation and state = 'asked'
            """)
        .param("state", state)
        .param("now", now())
        .param("user", user)
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  private void keep(OnwardRequest request, UUID organisation) {
    db.sql("delete from onward_permission where id = :id and organisation = :organisation")
        .param("id", request.id())
        .param("organisation", organisation)
        .update();
    db.sql(
            """
            insert into onward_permission
              (id, organisation, origin_referral, asker, origin, recipient, service, purpose, fields, basis_kind, state,
               asked_at)
            values
              (:id, :organisation, :originReferral, :asker, :origin, :recipient, :service, :purpose, :fields, :kind,
               :state, :at)
            """)
        .param("id", request.id())
        .param("organisation", organisation)
        .param("originReferral", request.originReferral())
        .param("asker", request.asker())
        .param("origin", request.origin())
        .param("recipient", request.recipient())
        .param("service", request.service())
        .param("purpose", request.purpose())
        .param("fields", String.join(",", request.fields()))
        .param("kind", request.basisKind())
        .param("state", request.state())
        .param("at", OffsetDateTime.ofInstant(request.askedAt(), ZoneOffset.UTC))
        .update();
  }

  private void put(String type, OnwardRequest request, UUID from, UUID to, @Nullable UUID subject) {
    outbox.put(
        new Outbox.Outgoing(
            type,
            1,
            request.originReferral(),
            from,
            to,
            null,
            subject,
            JSON.writeValueAsString(request)));
  }

  private static Map<String, String> detail(OnwardRequest request) {
    return Map.of(
        "recipient", request.recipient().toString(),
        "origin", request.origin().toString(),
        "basis", request.basisKind(),
        "fields", String.join(",", request.fields()));
  }

  private Optional<OnwardRequest> find(UUID id, UUID organisation) {
    return db.sql("select * from onward_permission where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .query((row, i) -> request(row))
        .optional();
  }

  private static OnwardRequest request(ResultSet row) throws SQLException {
    Instant answered = Referrals.instant(row, "answered_at");
    return new OnwardRequest(
        row.getObject("id", UUID.class),
        row.getObject("origin_referral", UUID.class),
        row.getObject("asker", UUID.class),
        row.getObject("origin", UUID.class),
        row.getObject("recipient", UUID.class),
        row.getString("service"),
        row.getString("purpose"),
        Arrays.asList(row.getString("fields").split(",", -1)),
        row.getString("basis_kind"),
        row.getString("state"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        answered);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
