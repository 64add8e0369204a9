package org.passerelle.understand.diagnosis.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.storage.Sha256;
import org.passerelle.understand.diagnosis.Interview;
import org.passerelle.understand.diagnosis.Interviews;
import org.passerelle.understand.diagnosis.Strikes;
import org.passerelle.understand.diagnosis.Suspects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Transcripts: before one is stored, and at any time after, likely names and numbers are shown, and
 * whoever knows the text strikes them out.
 */
@Controller
@Allowed(Role.ANALYST)
class StrikeController {
  private static final String AT = DiagnosisController.HERE + "/interviews/{id}";
  private final Interviews interviews;
  private final Strikes strikes;
  private final DiagnosisPages pages;

  StrikeController(Interviews interviews, Strikes strikes, DiagnosisPages pages) {
    this.interviews = interviews;
    this.strikes = strikes;
    this.pages = pages;
  }

  @PostMapping(AT + "/transcript")
  String transcript(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String text = form.neededText("transcript", Interviews.LONGEST);
    boolean looked = form.shown("looked").equals(Sha256.of(text));
    if (form.errors().isEmpty() && !looked) {
      Interview interview = interviews.read(id, act.who()).interview();
      StrikePage view = StrikePage.of(interview, text, true);
      if (interview.held() != null && !interview.transcribed() && !view.suspects().isEmpty()) {
        return act.more(() -> show(view, act));
      }
    }
    String left = Suspects.struck(text, words(form));
    return pages.submit(id, "transcript", act, () -> interviews.transcribe(id, left, act.who()));
  }

  @GetMapping(AT + "/strike")
  String look(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return stored(id, act);
  }

  @PostMapping(AT + "/strike")
  String strike(@PathVariable UUID id, Act act) {
    List<String> words = words(act.form());
    return act.submit(
        () -> stored(id, act),
        () -> {
          strikes.strike(id, words, act.who());
          act.notice("good", "interview.struck");
          return DiagnosisController.HERE + "/interviews/" + id;
        });
  }

  private String stored(UUID id, Act act) {
    Interviews.Opened opened = interviews.read(id, act.who());
    return show(StrikePage.of(opened.interview(), opened.transcript(), false), act);
  }

  private static String show(StrikePage view, Act act) {
    return act.with("form", act.form()).show("understand/diagnosis/strike", view);
  }

  private static List<String> words(Filled form) {
    List<String> words = new ArrayList<>(form.shownAll("strike"));
    form.text("also", Filled.LONG).lines().map(String::strip).forEach(words::add);
    return words;
  }
}
