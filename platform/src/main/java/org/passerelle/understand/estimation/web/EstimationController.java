package org.passerelle.understand.estimation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.understand.estimation.Signature;
import org.passerelle.understand.estimation.StoredStudy;
import org.passerelle.understand.estimation.Studies;
import org.passerelle.understand.estimation.StudyRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Studies: requested and signed by analysts, read by users who steer once they are signed. */
@Controller
@Allowed(Role.ANALYST)
class EstimationController {
  private static final String AT = "/understand/estimation";
  private static final int BECAUSE = 1_000;
  private static final int CONCLUSION = 2_000;
  private final Studies studies;
  private final StudyPages pages;
  private final StudyScopeForm wishes;

  EstimationController(Studies studies, StudyPages pages, StudyScopeForm wishes) {
    this.studies = studies;
    this.pages = pages;
    this.wishes = wishes;
  }

  @GetMapping(AT)
  @Allowed({Role.ANALYST, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
  String list(Act act) {
    return act.show(
        "understand/estimation/list",
        new StudyList(
            studies.newest(act.who()).stream().map(study -> pages.line(study, act.page())).toList(),
            act.who().is(Role.ANALYST)));
  }

  @GetMapping(AT + "/new")
  String choose(Act act) {
    LocalDate today = act.page().moments().today();
    LocalDate end = today.withDayOfMonth(1).minusDays(1);
    act.form(
        Map.of(
            "from",
            end.plusDays(1).minusYears(3).toString(),
            "until",
            end.toString(),
            "lists",
            "5",
            "seed",
            today.toString().replace("-", "")));
    return form(act);
  }

  private String form(Act act) {
    return act.show("understand/estimation/new", wishes.page(act.form(), act.page()));
  }

  @PostMapping(AT)
  String ask(Act act) {
    StudyRequest wish = wishes.read(act.form(), act.page());
    return act.submit(() -> form(act), () -> "/work/" + studies.ask(wish, act.who()));
  }

  @GetMapping(AT + "/{id}")
  @Allowed({Role.ANALYST, Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
  String show(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return page(id, act);
  }

  private String page(UUID id, Act act) {
    StoredStudy study = studies.find(id, act.who());
    StoredStudy.Outcome outcome = study.outcome();
    return outcome == null
        ? act.with("scope", pages.scope(study.wish().scope(), act.page()))
            .with("work", study.by().equals(act.who().user()) ? "/work/" + study.work() : "")
            .show("understand/estimation/unfinished")
        : act.show(
            "understand/estimation/study",
            pages.of(study, outcome, act.form(), act.who(), act.page()));
  }

  @PostMapping(AT + "/{id}/sign")
  String sign(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    List<Signature.Judgement> judgements = new ArrayList<>();
    for (String code : Signature.ASSUMPTIONS) {
      judgements.add(
          new Signature.Judgement(
              code,
              form.neededCode("verdict-" + code, Set.copyOf(Signature.VERDICTS)),
              form.neededText("because-" + code, BECAUSE)));
    }
    String conclusion = form.neededText("conclusion", CONCLUSION);
    if (!form.ticked("name")) {
      form.errors().add("name", "estimation.error.name");
    }
    String result = form.text("result", 64);
    return act.submit(
        () -> page(id, act),
        AT + "/" + id,
        () -> {
          studies.sign(
              id, new Signature(act.who().name(), judgements, conclusion, result), act.who());
          act.notice("good", "estimation.signed.now");
        });
  }

  @PostMapping(AT + "/{id}/repeat")
  String repeat(@PathVariable UUID id, Act act) {
    return act.once(() -> "/work/" + studies.repeat(id, act.who()));
  }
}
