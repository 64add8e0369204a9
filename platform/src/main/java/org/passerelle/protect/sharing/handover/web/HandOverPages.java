package org.passerelle.protect.sharing.handover.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.User;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.determination.Determination;
import org.passerelle.protect.casework.determination.Determinations;
import org.passerelle.protect.sharing.handover.CrossBorderHandOvers;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.HandOverContacts;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Stage;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.handover.StepReceipts;
import org.passerelle.protect.sharing.news.NewsWords;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/** Assembles the pages of hand-overs. */
@Component
class HandOverPages {
  private final CrossBorderHandOvers handOvers;
  private final Determinations determinations;
  private final Addressees organisations;
  private final CodeOptions options;
  private final NewsWords news;
  private final CarryingReferralDetails carried;
  private final StepReceipts readings;
  private final HandOverContacts whom;

  HandOverPages(
      CrossBorderHandOvers handOvers,
      Determinations determinations,
      Addressees organisations,
      CodeOptions options,
      NewsWords news,
      CarryingReferralDetails carried,
      StepReceipts readings,
      HandOverContacts whom) {
    this.whom = whom;
    this.readings = readings;
    this.carried = carried;
    this.news = news;
    this.handOvers = handOvers;
    this.determinations = determinations;
    this.organisations = organisations;
    this.options = options;
  }

  CaseWords words(Act act) {
    return new CaseWords(options, act.language());
  }

  String list(
      String template, List<HandOver> all, boolean country, Set<UUID> withoutFile, Act act) {
    Map<UUID, String> countries = new HashMap<>();
    all.forEach(
        h ->
            countries.computeIfAbsent(
                h.other(), o -> organisations.find(o).map(Organisation::country).orElse("")));
    news.mark(act);
    UUID here = act.who().organisation();
    return act.show(
        "protect/handover/" + template,
        new HandOversPage(
            all,
            country,
            whom.withoutDeputy(here).stream().map(User::name).toList(),
            organisations.names(act.language()),
            countries,
            country ? calls(all, act.page().moments().now()) : Map.of(),
            withoutFile,
            words(act)));
  }

  private Map<HandOver, HandOverContacts.Call> calls(List<HandOver> all, Instant now) {
    Map<HandOver, HandOverContacts.Call> calls = new HashMap<>();
    all.forEach(h -> whom.about(h, now).ifPresent(call -> calls.put(h, call)));
    return calls;
  }

  String one(String template, HandOver handOver, @Nullable Stage stage, Act act) {
    return one(template, handOver, stage, null, act.form(Map.of()), act);
  }

  private String one(
      String template,
      HandOver known,
      @Nullable Stage stage,
      @Nullable Step step,
      Filled form,
      Act act) {
    if (step == null) {
      news.show(known.id(), act);
    }
    // read after the news, so that the page does not contradict them
    HandOver handOver = handOvers.find(known.id(), act.who());
    List<RecordedStep> history = handOvers.steps(handOver, act.who());
    if (step == null) {
      act.with("courses", readings.courses(handOver));
      act.with("withoutWords", readings.withoutWords(handOver));
      if (stage != null) {
        readings.read(
            handOver, history.stream().filter(taken -> taken.step().stage() == stage).toList());
      }
      carried.show(handOver, act);
    }
    return act.show(
        "protect/handover/" + template,
        new HandOverPage(
            handOver,
            RecordedStep.newest(history),
            history,
            stage,
            step,
            form,
            organisations.names(act.language()),
            words(act)));
  }

  /** The panel's determination on the return, which is sent to the other side unchanged. */
  private Optional<Determination> found(HandOver handOver, Step step, Act act) {
    UUID file = handOver.caseId();
    return !step.asks(Step.Asks.BEST_INTERESTS) || file == null
        ? Optional.empty()
        : determinations.of(file, act.who()).stream()
            .filter(d -> d.made() && d.question().equals("repatriation"))
            .findFirst();
  }

  private static void fill(Map<String, String> stored, Determination found) {
    stored.put("result", found.result());
    stored.put("authority", found.words().panel());
    stored.put("on", found.on().toString());
  }

  /** The form of a step, filled with its latest record. */
  String step(HandOver handOver, Step step, Act act) {
    if (!step.concerns(handOver)) {
      throw new NotFound();
    }
    RecordedStep now = RecordedStep.newest(handOvers.steps(handOver, act.who())).get(step);
    Map<String, String> stored = new HashMap<>();
    stored.put("state", now == null ? "done" : now.state());
    if (now == null) {
      stored.put("on", act.page().moments().today().toString());
      found(handOver, step, act).ifPresent(d -> fill(stored, d));
    } else {
      RecordedStep.Details said = now.details();
      stored.put("on", now.on() == null ? "" : now.on().toString());
      stored.put("result", said.result());
      stored.put("authority", said.authority());
      stored.put("means", said.means());
      stored.put("escort", said.escort());
      stored.put("meeting", said.meeting());
      stored.put("place", said.place());
      stored.put("words", said.words());
      stored.put("hour", said.hour());
      stored.put("giver", said.giver());
      stored.put("told", said.told());
      stored.put("language", said.language());
    }
    return one("step", handOver, step.stage(), step, act.form(stored), act);
  }
}
