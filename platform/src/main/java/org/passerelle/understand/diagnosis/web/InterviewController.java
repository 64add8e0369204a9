package org.passerelle.understand.diagnosis.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Interviews of a diagnosis: new ones, transcripts, withdrawals of consent. */
@Controller
@Allowed(Role.ANALYST)
class InterviewController {
  private static final String HERE = DiagnosisController.HERE + "/interviews";
  private static final String OF = DiagnosisController.HERE + "/{id}/interviews";
  private static final String BLANK = "understand/diagnosis/newinterview";
  private static final int NAME = 60;
  private final Interviews interviews;
  private final DiagnosisPages pages;

  InterviewController(Interviews interviews, DiagnosisPages pages) {
    this.interviews = interviews;
    this.pages = pages;
  }

  @GetMapping(OF + "/new")
  String blank(@PathVariable UUID id, Act act) {
    String today = act.page().moments().today().toString();
    act.form(Map.of("held_on", today, "consent_on", today, "by", act.who().user().toString()));
    return act.show(BLANK, pages.find(id, act.who()));
  }

  @PostMapping(OF)
  String add(@PathVariable UUID id, Act act) {
    DiagnosisPage view = pages.find(id, act.who());
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String how = form.neededCode("consent", Set.copyOf(Interview.CONSENTS));
    LocalDate consentOn = form.neededDay("consent_on", today, today);
    String pseudonym = form.neededText("pseudonym", NAME);
    LocalDate heldOn = form.neededDay("held_on", today, today);
    String site = form.neededCode("site", view.sites());
    String language = form.neededText("language", NAME);
    String by = form.neededCode("by", view.team());
    String through = form.neededCode("through", Set.of("yes", "no"));
    String age = form.neededCode("age", Set.copyOf(Interview.AGES));
    String guardian = form.code("guardian", Set.copyOf(Interview.GUARDIANS));
    if (form.errors().isEmpty() && consentOn.isAfter(heldOn)) {
      form.errors().add("consent_on", "interview.consent.late");
    }
    return act.submit(
        () -> act.show(BLANK, view),
        () ->
            HERE
                + "/"
                + interviews.add(
                    id,
                    new Interview.Held(
                        pseudonym,
                        language,
                        heldOn,
                        UUID.fromString(site),
                        UUID.fromString(by),
                        through.equals("yes"),
                        age,
                        guardian),
                    how,
                    consentOn,
                    act.who()));
  }

  @GetMapping(HERE + "/{id}")
  String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String network, Act act) {
    Filled form = act.form(Map.of());
    if (!network.isEmpty()) {
      form.and("network", List.of(network)); // the current choice, not the kept one
    }
    return pages.interview(id, act);
  }

  @PostMapping(HERE + "/{id}/withdraw")
  String withdraw(@PathVariable UUID id, Act act) {
    if (!act.form().ticked("sure")) {
      act.form().errors().add("sure", "interview.withdraw.sure.missing");
    }
    return pages.submit(
        id,
        "sure",
        act,
        () -> {
          interviews.withdraw(id, act.who());
          act.notice("good", "interview.withdrawn.done");
        });
  }
}
