package org.passerelle.demo.prosecution;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.passerelle.prosecute.investigation.Tasks;
import org.passerelle.prosecute.investigation.Timeline;
import org.passerelle.prosecute.measure.Asset;
import org.passerelle.prosecute.measure.Assets;
import org.passerelle.prosecute.measure.Measure;
import org.passerelle.prosecute.measure.Measures;
import org.passerelle.prosecute.request.AssistanceRequest;
import org.passerelle.prosecute.request.AssistanceRequests;
import org.springframework.stereotype.Component;

/** What the invented investigation was done with: measures, assets, a request abroad, a task. */
@Component
class DemoInquiry {
  private final Timeline timeline;
  private final Tasks tasks;
  private final Measures measures;
  private final Assets assets;
  private final AssistanceRequests requests;

  DemoInquiry(
      Timeline timeline,
      Tasks tasks,
      Measures measures,
      Assets assets,
      AssistanceRequests requests) {
    this.timeline = timeline;
    this.tasks = tasks;
    this.measures = measures;
    this.assets = assets;
    this.requests = requests;
  }

  void enter(DemoCase in, DemoAccused.Accused accused) {
    timeline.note(in.id(), in.daysAgo(205), in.words("begun"), in.investigator());
    timeline.note(in.id(), in.daysAgo(118), in.words("searched"), in.investigator());
    measures(in, accused.recruiter());
    seize(in, accused.recruiter());
    ask(in);
    tasks.add(
        in.id(),
        in.words("task"),
        in.investigator().user(),
        in.today().plusDays(1).atTime(LocalTime.of(15, 0)).toInstant(ZoneOffset.UTC),
        in.prosecutor());
  }

  private void measures(DemoCase in, UUID suspect) {
    UUID heard = measure(in, suspect, "interception", 180, 120);
    measures.executed(in.id(), heard, in.daysAgo(179), in.investigator());
    measures.end(in.id(), heard, in.daysAgo(120), in.words("heard"), in.investigator());
    UUID held = measure(in, suspect, "detention", 117, -4);
    measures.executed(in.id(), held, in.daysAgo(117), in.investigator());
  }

  private UUID measure(DemoCase in, UUID suspect, String kind, int ordered, int until) {
    return measures.order(
        in.id(),
        new Measure.Draft(
            kind,
            suspect,
            in.daysAgo(ordered),
            in.daysAgo(ordered),
            in.daysAgo(until),
            new Measure.Words(in.words("judge"), in.words("limit"), in.words("order"), "")),
        in.prosecutor());
  }

  private void seize(DemoCase in, UUID suspect) {
    BigDecimal value = new BigDecimal("14500.00");
    UUID van =
        assets.enter(
            in.id(),
            new Asset.Draft("vehicle", suspect, value, "EUR", "FR", in.words("van")),
            in.investigator());
    assets.step(
        in.id(),
        van,
        new Assets.StepDraft(
            "seized", in.daysAgo(118), value, new Asset.Words(in.words("judge"), "")),
        in.investigator());
  }

  /** An order whose recognition runs out this week. */
  private void ask(DemoCase in) {
    UUID request =
        requests.draft(
            in.id(),
            new AssistanceRequest.Draft(
                "eio", "RO", null, new AssistanceRequest.Words(in.fields("assistance")), List.of()),
            in.investigator());
    step(in, request, "sent", 40, "");
    step(in, request, "acknowledged", 27, in.words("acknowledged"));
  }

  private void step(DemoCase in, UUID request, String kind, int daysAgo, String note) {
    requests.step(
        in.id(),
        request,
        new AssistanceRequest.StepDraft(kind, "", in.daysAgo(daysAgo), note),
        in.prosecutor());
  }
}
