package org.passerelle.prosecute.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Orders that courts made in a proceeding, and what became of them, which goes on after the
 * proceeding was closed. A prosecutor enters and strikes out orders; every member enters steps.
 * Compensation is told to the team of the victim's case, as far as its basis allows.
 */
@Service
public class CourtOrders {
  private final CourtOrderRows rows;
  private final Proceedings proceedings;
  private final OrderSubjects subjects;
  private final AwardsTold told;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Clock clock;

  CourtOrders(
      CourtOrderRows rows,
      Proceedings proceedings,
      OrderSubjects subjects,
      AwardsTold told,
      InvestigationSight sight,
      InvestigationRecord records,
      Clock clock) {
    this.rows = rows;
    this.proceedings = proceedings;
    this.subjects = subjects;
    this.told = told;
    this.sight = sight;
    this.records = records;
    this.clock = clock;
  }

  /** Orders of a proceeding by day; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<CourtOrder> of(UUID investigation, UUID proceeding, SignedIn who) {
    proceedings.find(investigation, proceeding, who);
    return rows.of(investigation, proceeding);
  }

  /**
   * One order.
   *
   * @throws NotFound if the proceeding has no such order
   */
  @Transactional(readOnly = true)
  public CourtOrder find(UUID investigation, UUID proceeding, UUID order, SignedIn who) {
    return of(investigation, proceeding, who).stream()
        .filter(o -> o.id().equals(order))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Enters an order.
   *
   * @throws NotFound if the user is no prosecutor of the team, or it names what is not in the
   *     investigation
   * @throws Refused if the proceeding is closed, the day is in the future or before the proceeding,
   *     or what the order needs is missing
   */
  @Transactional
  public UUID enter(UUID investigation, UUID proceeding, CourtOrder.Draft draft, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    subjects.check(investigation, draft, who);
    told.hold(draft.victim(), who);
    LocalDate opened = proceedings.openOnly(investigation, proceeding, who).openedOn();
    begun(draft.on());
    if (draft.on().isBefore(opened)) {
      throw new Refused("order.refused.before").at("on");
    }
    UUID id = rows.insert(investigation, proceeding, draft, who);
    records.write(
        investigation, "order.entered", "", proceeding, Map.of("kind", draft.kind()), who);
    told.tell(investigation, find(investigation, proceeding, id, who), who);
    return id;
  }

  private void begun(LocalDate day) {
    if (!Days.begun(day, clock.instant())) {
      throw new Refused("form.error.future").at("on");
    }
  }

  /**
   * Enters what became of it.
   *
   * @throws Refused if the order was struck out, the step cannot follow those before it, an amount
   *     is missing or is more than was ordered, or the day is in the future or before the order
   */
  @Transactional
  public UUID step(
      UUID investigation, UUID proceeding, UUID order, CourtOrder.StepDraft draft, SignedIn who) {
    CourtOrder one = standing(investigation, proceeding, order, who);
    begun(draft.on());
    if (draft.on().isBefore(one.on())) {
      throw new Refused("order.refused.before-order").at("on");
    }
    checkAmount(one.amount(), draft);
    UUID id = rows.insert(investigation, one, draft, who);
    changed(investigation, one, "order.step", Map.of("kind", draft.kind()), who);
    return id;
  }

  /** In part means how much; what was executed as a whole needs no amount. */
  private static void checkAmount(@Nullable BigDecimal ordered, CourtOrder.StepDraft draft) {
    boolean inPart = draft.kind().equals("executed_in_part") || draft.kind().equals("returned");
    if (inPart && ordered != null && draft.amount() == null) {
      throw new Refused("order.refused.how-much").at("amount");
    }
    if (draft.amount() != null && (!inPart || ordered == null)) {
      throw new Refused("order.refused.no-amount").at("amount");
    }
  }

  /** The basis is held before the investigation: whoever withdraws it goes the same way. */
  private CourtOrder standing(UUID investigation, UUID proceeding, UUID order, SignedIn who) {
    told.hold(find(investigation, proceeding, order, who).victim(), who);
    sight.checkOpen(investigation, who);
    CourtOrder one = find(investigation, proceeding, order, who);
    if (one.struck()) {
      throw new Refused("order.refused.struck");
    }
    return one;
  }

  private void changed(
      UUID investigation,
      CourtOrder before,
      String kind,
      Map<String, String> detail,
      SignedIn who) {
    CourtOrder now = find(investigation, before.proceeding(), before.id(), who);
    OrderCourse.outOfPlace(now.amount(), now.steps())
        .ifPresent(
            reason -> {
              throw new Refused("order.refused." + reason)
                  .at(reason.equals("too-much") ? "amount" : "kind");
            });
    records.write(investigation, kind, "", before.proceeding(), detail, who);
    told.tell(investigation, now, who);
  }

  /**
   * Strikes out a step entered by mistake; repeating it changes nothing.
   *
   * @throws Refused if a later step rests on it
   */
  @Transactional
  public void strikeStep(UUID investigation, UUID proceeding, UUID order, UUID step, SignedIn who) {
    CourtOrder one = standing(investigation, proceeding, order, who);
    if (rows.strikeStep(order, step, who)) {
      changed(investigation, one, "order.step-struck", Map.of(), who);
    }
  }

  /**
   * Strikes out an order that was entered by mistake; what the case was told is taken back.
   * Repeating it changes nothing.
   *
   * @throws NotFound if the user is no prosecutor of the team
   */
  @Transactional
  public void strike(UUID investigation, UUID proceeding, UUID order, SignedIn who) {
    InvestigationSight.needsProsecutor(who);
    sight.checkOpen(investigation, who);
    find(investigation, proceeding, order, who);
    if (rows.strike(order, who)) {
      records.write(investigation, "order.struck", "", proceeding, Map.of(), who);
      told.takeBack(investigation, order, who);
    }
  }

  /** Whether the team of the victim's case was told of an order, and reads its changes. */
  @Transactional(readOnly = true)
  public boolean told(UUID investigation, UUID proceeding, UUID order, SignedIn who) {
    find(investigation, proceeding, order, who);
    return told.isTold(order);
  }
}
