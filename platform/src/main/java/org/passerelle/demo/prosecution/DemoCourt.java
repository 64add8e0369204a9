package org.passerelle.demo.prosecution;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.passerelle.prosecute.order.CourtOrder;
import org.passerelle.prosecute.order.CourtOrders;
import org.passerelle.prosecute.proceeding.CourtHearing;
import org.passerelle.prosecute.proceeding.CourtHearings;
import org.passerelle.prosecute.proceeding.Outcome;
import org.passerelle.prosecute.proceeding.Outcomes;
import org.passerelle.prosecute.proceeding.Proceeding;
import org.passerelle.prosecute.proceeding.Proceedings;
import org.passerelle.prosecute.proceeding.Sentences;
import org.springframework.stereotype.Component;

/** The proceeding of the invented investigation: one accused is judged, one waits. */
@Component
class DemoCourt {
  private static final int JUDGED = 7;
  private final Proceedings proceedings;
  private final CourtHearings hearings;
  private final Outcomes outcomes;
  private final Sentences sentences;
  private final CourtOrders orders;

  DemoCourt(
      Proceedings proceedings,
      CourtHearings hearings,
      Outcomes outcomes,
      Sentences sentences,
      CourtOrders orders) {
    this.proceedings = proceedings;
    this.hearings = hearings;
    this.outcomes = outcomes;
    this.sentences = sentences;
    this.orders = orders;
  }

  void enter(DemoCase in, DemoAccused.Accused accused) {
    UUID court =
        proceedings.enter(
            in.id(),
            new Proceeding.Draft(
                "FR",
                "first_instance",
                in.daysAgo(100),
                new Proceeding.Words(in.words("court"), in.words("case-number")),
                accused.brought()),
            in.prosecutor());
    UUID held = hearing(in, court, "main", 30);
    hearings.ended(in.id(), court, held, "held", in.words("proceeds"), in.prosecutor());
    hearing(in, court, "evidence", -3);
    UUID outcome =
        outcomes.decide(
            in.id(),
            court,
            new Outcome.Draft(
                accused.brought().get(1),
                "convicted",
                in.daysAgo(JUDGED),
                in.today().plusDays(3),
                in.words("reasons")),
            in.prosecutor());
    sentences.enter(
        in.id(),
        court,
        outcome,
        new Outcome.SentenceDraft("prison", 48, null, "", ""),
        in.prosecutor());
    orders.enter(
        in.id(),
        court,
        new CourtOrder.Draft(
            "compensation",
            accused.driver(),
            accused.child(),
            new BigDecimal("15000.00"),
            "EUR",
            in.daysAgo(JUDGED),
            List.of(),
            in.words("award")),
        in.prosecutor());
  }

  private UUID hearing(DemoCase in, UUID court, String kind, int daysAgo) {
    return hearings.plan(
        in.id(),
        court,
        new CourtHearing.Draft(kind, in.daysAgo(daysAgo), "09:30", in.words("courtroom")),
        in.prosecutor());
  }
}
