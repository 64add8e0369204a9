package org.passerelle.protect.sharing.referral.onward;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Outbox;
import org.passerelle.outbox.Received;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.consent.OnwardLimits;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the origin of a dossier whether it may be passed on, and answers such requests. If a
 * referral could not wait for the answer, the origin is told instead.
 */
@Service
public class OnwardRequests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient db;
  private final OnwardRows rows;
  private final CaseSight sight;
  private final CaseJournal journal;
  private final OnwardLimits limits;
  private final Outbox outbox;
  private final AuditLog audit;
  private final Clock clock;

  OnwardRequests(
      JdbcClient db,
      OnwardRows rows,
      CaseSight sight,
      CaseJournal journal,
      OnwardLimits limits,
      Outbox outbox,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.rows = rows;
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
   * @throws Refused if the same request is pending or was refused
   */
  public void ask(Case file, Referral draft, String basisKind, SignedIn who) {
    OnwardLimits.Limit limit = limit(file, draft);
    OnwardRequest request = request(file, draft, limit, basisKind, "asked");
    rows.find(draft.id(), file.organisation())
        .filter(before -> limit.heldSince(before.decidedAt()))
        .filter(before -> before.fields().containsAll(request.fields()))
        .filter(before -> before.recipient().equals(request.recipient()))
        .ifPresent(
            before -> {
              throw new Refused("referral.refused.onward-" + before.state());
            });
    rows.keep(request, file.organisation());
    // the request names nobody, but is still erased with the file
    put("onward.asked", request, file.organisation(), request.origin(), file.id());
    journal.add(file.id(), "onward.asked", draft.service(), draft.id(), who);
    audit.write(who, "onward.asked", "referral", draft.id(), detail(request));
  }

  /** A second person confirmed that it cannot wait; the origin is told. */
  public void urgent(Case file, Referral draft, String basisKind, SignedIn who, SignedIn second) {
    OnwardRequest request = request(file, draft, limit(file, draft), basisKind, "urgent");
    rows.keep(request, file.organisation());
    put("onward.urgent", request, file.organisation(), request.origin(), null);
    journal.add(file.id(), "onward.urgent", draft.service(), draft.id(), who);
    audit.write(second, "onward.urgent", "referral", draft.id(), detail(request));
  }

  /** The organisation that has to be asked before this draft can be sent on a consent, if any. */
  @Transactional(readOnly = true)
  public Optional<UUID> asksFirst(Case file, Referral draft) {
    return limits
        .of(file, draft.recipient())
        .filter(
            limit ->
                !limits.allowed(limit, file, draft.recipient(), draft.purpose(), draft.fields()))
        .map(OnwardLimits.Limit::origin);
  }

  private OnwardLimits.Limit limit(Case file, Referral draft) {
    return limits.of(file, draft.recipient()).orElseThrow(NotFound::new);
  }

  private OnwardRequest request(
      Case file, Referral draft, OnwardLimits.Limit limit, String basisKind, String state) {
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

  /** The request made for a draft, if any. */
  @Transactional(readOnly = true)
  public Optional<OnwardRequest> of(Referral draft) {
    return rows.find(draft.id(), draft.organisation());
  }

  /** Requests about a referral that this organisation sent, newest first. */
  @Transactional(readOnly = true)
  public List<OnwardRequest> about(Referral sent) {
    return db.sql(
            """
            select * from onward_permission
             where origin_referral = :referral and organisation = :organisation order by asked_at desc, id
            """)
        .param("referral", sent.id())
        .param("organisation", sent.organisation())
        .query((row, i) -> OnwardRows.request(row))
        .list();
  }

  /** Requests that wait for the reader's answer, of cases on whose team they are. */
  @Transactional(readOnly = true)
  public List<OnwardRequest> toAnswer(SignedIn who, int limit) {
    return sight
        .sql(
            """
            select o.* from onward_permission o join referral r on r.id = o.origin_referral
             where o.organisation = :organisation and o.state = 'asked' and o.origin = :organisation
               and exists (select 1 from {own c} where c.id = r.case_id)
             order by o.asked_at limit :limit
            """,
            who)
        .param("limit", limit)
        .query((row, i) -> OnwardRows.request(row))
        .list();
  }

  /** Requests of drafts on whose team the reader is, answered since this moment. */
  @Transactional(readOnly = true)
  public List<OnwardRequest> answered(Instant since, SignedIn who, int limit) {
    return sight
        .sql(
            """
            select o.* from onward_permission o join referral r on r.id = o.id
             where o.organisation = :organisation and o.asker = :organisation and o.state in ('given', 'refused')
               and o.answered_at >= :since and r.state = 'draft'
               and exists (select 1 from {own c} where c.id = r.case_id)
             order by o.answered_at, o.id limit :limit
            """,
            who)
        .param("since", Columns.at(since))
        .param("limit", limit)
        .query((row, i) -> OnwardRows.request(row))
        .list();
  }

  /**
   * Answers a request; the one who asked is told.
   *
   * @param sent the referral by which the data were given, already found for the reader
   * @throws Refused if it has already been answered
   */
  @Transactional
  public void answer(Referral sent, UUID id, boolean given, SignedIn who) {
    OnwardRequest request =
        rows.find(id, sent.organisation())
            .filter(one -> one.originReferral().equals(sent.id()))
            .orElseThrow(NotFound::new);
    String state = given ? "given" : "refused";
    if (rows.settle(id, sent.organisation(), state, who.user()) == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
    put("onward." + state, request, sent.organisation(), request.asker(), null);
    journal.add(sent.caseId(), "onward." + state, request.service(), sent.id(), who);
    audit.write(who, "onward." + state, "referral", sent.id(), detail(request));
  }

  /** Handles a message about a request, on either side. */
  public void receive(Received message) {
    OnwardRequest request = JSON.readValue(message.payload(), OnwardRequest.class);
    switch (message.type()) {
      case "onward.asked", "onward.urgent" -> {
        if (givenTo(message.sender(), request.originReferral(), message.recipient())
            && request.asker().equals(message.sender())) {
          rows.keep(request, message.recipient());
          note(request.originReferral(), message.type(), request.service());
        }
      }
      default -> {
        if (asked(request.id(), message)
            && rows.settle(
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

  /** Whether the answer comes from the organisation that was asked. */
  private boolean asked(UUID request, Received message) {
    return rows.find(request, message.recipient())
        .filter(one -> one.origin().equals(message.sender()))
        .isPresent();
  }

  private boolean givenTo(UUID recipient, UUID referral, UUID organisation) {
    return db.sql(
                """
                select count(*) from referral
                 where id = :id and organisation = :organisation and recipient = :recipient
                """)
            .param("id", referral)
            .param("recipient", recipient)
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
}
