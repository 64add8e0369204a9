package org.passerelle.protect.sharing.duty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.notice.NoticeKind;
import org.passerelle.notice.Notifier;
import org.passerelle.protect.casework.cases.CallSource;
import org.passerelle.protect.casework.cases.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notifies the person on duty of each missing person, person lost on the way to another country,
 * request for a place tonight and received referral, in this order; if it is urgent and nobody
 * acts, also the supervisors after some minutes, then everybody who may answer. A notification says
 * that something waits and since when, never what.
 */
@Component
class DutyCalls {
  private static final Logger LOG = LoggerFactory.getLogger(DutyCalls.class);
  private final DutyCallRows rows;
  private final Duties duties;
  private final Users users;
  private final Notifier notifier;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  DutyCalls(
      DutyCallRows rows,
      Duties duties,
      Users users,
      Notifier notifier,
      AuditLog audit,
      PlatformTransactionManager transactions) {
    this.rows = rows;
    this.duties = duties;
    this.users = users;
    this.notifier = notifier;
    this.audit = audit;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Scheduled(
      initialDelayString = "${passerelle.calls-after:PT30S}",
      fixedDelayString = "${schedule.protect.duty-calls.every}")
  void runOnSchedule() {
    try {
      call();
    } catch (RuntimeException e) {
      LOG.warn("Persons on duty could not be notified; retrying in the next run.", e);
    }
  }

  /** Sends due notifications; returns their number. */
  int call() {
    rows.look();
    for (CallSource source : rows.sources()) {
      try {
        rows.look(source);
      } catch (RuntimeException e) {
        LOG.warn(
            "What waits of kind {} is not known now; retrying in the next run.", source.kind(), e);
      }
    }
    int told = 0;
    for (DutyCall call : rows.due()) {
      if (rows.claimed(call)) {
        told += call(call);
      }
    }
    return told;
  }

  /**
   * If nobody of a step can be reached at all, the next step follows at once; if notifications
   * fail, they are retried until the next step is due.
   */
  private int call(DutyCall first) {
    DutyCall call = first;
    Told told = tell(call);
    for (DutyCall next = first; told.none() && next.next().isPresent(); ) {
      next = next.further();
      Told then = tell(next);
      if (then.reached() > 0) {
        call = next;
        told = then;
      }
    }
    if (told.reached() == 0 && told.failed() > 0 && !rows.isTimeForMore(call)) {
      return 0;
    }
    called(call, told.reached());
    return told.reached();
  }

  private record Told(int reached, int failed) {
    boolean none() {
      return reached == 0 && failed == 0;
    }
  }

  private Told tell(DutyCall call) {
    int told = 0;
    int failed = 0;
    for (User one : whom(call)) {
      switch (notifier.tell(one, NoticeKind.DUTY, call.since())) {
        case YES -> told++;
        case FAILED -> failed++;
        case UNWANTED, LATER -> {
          // they have no means of notification, which the rota page shows
        }
      }
    }
    return new Told(told, failed);
  }

  private void called(DutyCall call, int reached) {
    transaction.executeWithoutResult(
        status -> {
          rows.called(call);
          audit.writeByHouse(
              call.organisation(),
              "duty.called",
              call.kind(),
              call.subject(),
              Map.of("step", String.valueOf(call.step()), "told", String.valueOf(reached)));
        });
  }

  private List<User> whom(DutyCall call) {
    Optional<CallSource> source =
        rows.sources().stream().filter(one -> one.kind().equals(call.kind())).findFirst();
    Set<UUID> people = source.map(one -> one.people(call.subject())).orElse(Set.of());
    List<User> onDuty = duties.now(call.organisation());
    List<User> all = new ArrayList<>(onDuty);
    if (!people.isEmpty()) {
      users.in(call.organisation()).stream()
          .filter(one -> people.contains(one.id()))
          .forEach(all::add);
    }
    boolean nobody = onDuty.isEmpty() && call.urgency() != Urgency.ORDINARY;
    if (call.step() == 1 || nobody) {
      all.addAll(users.with(call.organisation(), Role.SUPERVISOR));
    }
    if (call.step() > 1 || nobody) {
      all.addAll(duties.colleagues(call.organisation()));
    }
    Map<UUID, User> each = new LinkedHashMap<>();
    for (User one : all) {
      boolean acts =
          source
              .map(
                  its ->
                      people.contains(one.id())
                          || its.roles().stream().anyMatch(one.roles()::contains))
              .orElse(!call.handOver() || contact(one));
      if (one.active() && acts) {
        each.putIfAbsent(one.id(), one);
      }
    }
    return List.copyOf(each.values());
  }

  private static boolean contact(User user) {
    return user.roles().contains(Role.FOCAL_POINT) || user.roles().contains(Role.SUPERVISOR);
  }
}
