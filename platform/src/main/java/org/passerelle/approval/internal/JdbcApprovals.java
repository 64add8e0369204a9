package org.passerelle.approval.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.Colleagues;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.ApprovalRequest;
import org.passerelle.approval.ApprovalRequest.State;
import org.passerelle.approval.Approvals;
import org.passerelle.approval.TwoPersonAct;
import org.passerelle.approval.TwoPersonAct.Prepared;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Approval requests in the database; the beans of their kinds carry them out. */
@Component
class JdbcApprovals implements Approvals {
  private static final Duration SHOWN = Duration.ofDays(30);
  private final ApprovalRows rows;
  private final ApprovalChoices choices;
  private final Deciders deciders;
  private final TwoPersonActs acts;
  private final ObjectProvider<Colleagues> users;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  JdbcApprovals(
      ApprovalRows rows,
      ApprovalChoices choices,
      Deciders deciders,
      TwoPersonActs acts,
      ObjectProvider<Colleagues> users,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.rows = rows;
    this.choices = choices;
    this.deciders = deciders;
    this.acts = acts;
    this.users = users;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  @Override
  public boolean needed(String kind, SignedIn who) {
    TwoPersonAct act = acts.get(kind);
    return act.demanded()
        || (!TwoPersonActs.mayDecide(who, act)
            && choices.of(who.organisation()).getOrDefault(kind, false));
  }

  @Override
  @Transactional
  public ApprovalRequest request(
      String kind, ActSubject subject, Map<String, String> payload, SignedIn askedBy) {
    TwoPersonAct act = acts.get(kind);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (rows.waiting(kind, subject.id(), now).isPresent()) {
      throw new Refused("approval.refused.waiting");
    }
    ApprovalRequest request =
        new ApprovalRequest(
            identifiers.next(),
            identifiers.shortCode(),
            kind,
            subject,
            payload,
            askedBy.user(),
            now,
            now.plus(act.valid()),
            State.WAITING,
            null,
            null,
            "");
    try {
      rows.insert(request);
    } catch (DuplicateKeyException askedAtTheSameMoment) {
      throw new Refused("approval.refused.waiting");
    }
    log(askedBy, "approval.asked", request);
    return request;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ApprovalRequest> waiting(String kind, UUID subject) {
    return rows.waiting(kind, subject, clock.instant());
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> toDecide(SignedIn who) {
    return rows.waiting(clock.instant()).stream().filter(r -> mayDecide(who, r)).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> asked(SignedIn who) {
    return rows.askedBy(who.user(), clock.instant().minus(SHOWN));
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> decided(SignedIn who, int most) {
    return rows.decidedIn(who.organisation(), most).stream()
        .filter(r -> acts.find(r.kind()).filter(a -> TwoPersonActs.mayDecide(who, a)).isPresent())
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<UUID> deciders(ApprovalRequest request) {
    return deciders.of(acts.get(request.kind()), request);
  }

  @Override
  public boolean operatorDecides(ApprovalRequest request) {
    TwoPersonAct act = acts.get(request.kind());
    return act.deciders().contains(Role.ADMINISTRATOR) && deciders.of(act, request).isEmpty();
  }

  @Override
  public Prepared prepare(SignedIn who, UUID id) {
    ApprovalRequest request = decidable(who, id);
    return acts.get(request.kind()).prepare(request);
  }

  @Override
  @Transactional
  public void approve(SignedIn who, UUID id, String reason) {
    approve(who, id, reason, prepare(who, id));
  }

  @Override
  @Transactional
  public void approve(SignedIn who, UUID id, String reason, Prepared prepared) {
    ApprovalRequest request = decidable(who, id);
    end(request, State.APPROVED, who.user(), reason);
    prepared.carryOut(who);
    log(who, "approval.approved", request);
  }

  @Override
  @Transactional
  public void decline(SignedIn who, UUID id, String reason) {
    ApprovalRequest request = decidable(who, id);
    if (reason.isBlank()) {
      throw new Refused("approval.refused.reason");
    }
    dismiss(request, State.DECLINED, who, reason);
  }

  @Override
  @Transactional
  public void withdraw(SignedIn who, UUID id) {
    ApprovalRequest request =
        rows.find(id).filter(r -> r.askedBy().equals(who.user())).orElseThrow(NotFound::new);
    dismiss(request, State.WITHDRAWN, who, "");
  }

  @Override
  @Transactional(readOnly = true)
  public SignedIn asker(ApprovalRequest request) {
    User user =
        users
            .getObject()
            .find(request.askedBy())
            .filter(u -> u.active() && !u.roles().isEmpty())
            .orElseThrow(() -> new Refused("approval.refused.asker-gone"));
    return new SignedIn(user.id(), user.name(), user.organisation(), "", user.roles());
  }

  @Override
  @Transactional(readOnly = true)
  public List<ApprovalRequest> withoutDecider() {
    return rows.waiting(clock.instant()).stream().filter(this::operatorDecides).toList();
  }

  @Override
  @Transactional
  public void approveByOperator(String code) {
    ApprovalRequest request =
        withoutDecider().stream()
            .filter(r -> r.code().equalsIgnoreCase(code.strip()))
            .findFirst()
            .orElseThrow(NotFound::new);
    UUID organisation = request.subject().organisation();
    Set<Role> roles = Set.of(Role.ADMINISTRATOR);
    SignedIn operator = new SignedIn(ApprovalRequest.OPERATOR, "operator", organisation, "", roles);
    end(request, State.APPROVED, operator.user(), "");
    acts.get(request.kind()).carryOut(request, operator);
    log(operator, "approval.approved", request);
  }

  @Override
  @Transactional(readOnly = true)
  public Map<String, Boolean> chosen(UUID organisation) {
    Map<String, Boolean> stored = choices.of(organisation);
    Map<String, Boolean> all = new TreeMap<>();
    acts.all().stream()
        .filter(a -> !a.demanded())
        .forEach(a -> all.put(a.kind(), stored.getOrDefault(a.kind(), false)));
    return all;
  }

  @Override
  @Transactional
  public void choose(SignedIn by, String kind, boolean needed) {
    TwoPersonAct act = acts.find(kind).filter(a -> !a.demanded()).orElseThrow(NotFound::new);
    if (choices.set(by.organisation(), act.kind(), needed)) {
      audit.write(
          by,
          "approval.chosen",
          "organisation",
          by.organisation(),
          Map.of("kind", kind, "needed", Boolean.toString(needed)));
    }
  }

  @Override
  @Transactional
  public int endUnanswered() {
    Instant now = clock.instant();
    int ended = 0;
    for (ApprovalRequest request : rows.overdue(now)) {
      if (rows.end(request, State.EXPIRED, null, now, "")) {
        acts.find(request.kind()).ifPresent(a -> a.notDone(request));
        audit.writeByHouse(
            request.subject().organisation(),
            "approval.expired",
            request.subject().kind(),
            request.subject().id(),
            detail(request));
        ended++;
      }
    }
    return ended;
  }

  private ApprovalRequest decidable(SignedIn who, UUID id) {
    ApprovalRequest request =
        rows.find(id).filter(r -> mayDecide(who, r)).orElseThrow(NotFound::new);
    if (!request.expires().isAfter(clock.instant())) {
      throw new Refused("approval.refused.ended");
    }
    return request;
  }

  /** Both the session and the tables must hold the role: removing it takes effect at once. */
  private boolean mayDecide(SignedIn who, ApprovalRequest request) {
    return acts.find(request.kind())
        .filter(act -> TwoPersonActs.mayDecide(who, act))
        .filter(act -> !request.askedBy().equals(who.user()))
        .filter(act -> deciders.of(act, request).contains(who.user()))
        .isPresent();
  }

  private void end(ApprovalRequest request, State state, UUID by, String reason) {
    if (!rows.end(request, state, by, clock.instant(), reason)) {
      throw new Refused("approval.refused.ended");
    }
  }

  private void dismiss(ApprovalRequest request, State state, SignedIn who, String reason) {
    end(request, state, who.user(), reason);
    acts.get(request.kind()).notDone(request);
    log(who, "approval." + state.name().toLowerCase(Locale.ROOT), request);
  }

  private void log(SignedIn who, String action, ApprovalRequest request) {
    audit.write(who, action, request.subject().kind(), request.subject().id(), detail(request));
  }

  private static Map<String, String> detail(ApprovalRequest request) {
    return Map.of(
        "asked-by", request.askedBy().toString(), "code", request.code(), "kind", request.kind());
  }
}
