package org.passerelle.protect.identity.recognition.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.identity.recognition.DuplicateSearch;
import org.passerelle.protect.identity.recognition.FilesCompared;
import org.passerelle.protect.identity.recognition.PossibleDuplicates;
import org.passerelle.protect.identity.recognition.Readings;
import org.passerelle.protect.identity.recognition.ReviewQuality;
import org.passerelle.protect.person.KnownPersons;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of possible duplicates: waiting pairs, and two files side by side. */
@Controller
@Caseworkers
class RecognitionController implements RoomEntries {
  private static final String HERE = "/protect/recognition";
  private static final int SHOWN = 50;
  private final KnownPersons known;
  private final PossibleDuplicates pairs;
  private final FilesCompared compared;
  private final Readings readings;
  private final ReviewQuality quality;
  private final DuplicateSearch looking;
  private final CodeOptions options;

  RecognitionController(
      KnownPersons known,
      PossibleDuplicates pairs,
      FilesCompared compared,
      Readings readings,
      ReviewQuality quality,
      DuplicateSearch looking,
      CodeOptions options) {
    this.known = known;
    this.pairs = pairs;
    this.compared = compared;
    this.readings = readings;
    this.quality = quality;
    this.looking = looking;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            55,
            "recognition.nav",
            HERE,
            List.of(Role.CASE_MANAGER, Role.SUPERVISOR, Role.FOCAL_POINT)));
  }

  @GetMapping(HERE)
  String queue(Act act) {
    act.with("waiting", pairs.waiting(act.who(), SHOWN));
    act.with("words", new CodeWords(options, act.language()));
    act.with("figures", act.who().is(Role.SUPERVISOR) ? quality.of(act.who()) : null);
    act.with("complete", known.complete());
    return "protect/recognition/queue";
  }

  @PostMapping(HERE + "/look")
  @Allowed(Role.SUPERVISOR)
  String throughAll(Act act) {
    return act.once(() -> "/work/" + looking.throughAll(act.who()));
  }

  /** A POST request, since it decrypts two identities and writes two log entries. */
  @PostMapping(HERE + "/{pair}/compare")
  String compare(@PathVariable UUID pair, Act act) {
    return compare(pair, Filled.with(Map.of()), act);
  }

  private String compare(UUID pair, Filled form, Act act) {
    act.with(
        "view",
        ComparePage.of(
            compared.compare(pair, act.who()), new CodeWords(options, act.language()), act.page()));
    act.with("form", form);
    return "protect/recognition/compare";
  }

  @PostMapping(HERE + "/{pair}/answer")
  String answer(@PathVariable UUID pair, Act act) {
    Filled form = act.form();
    String answer = form.neededCode("answer", Set.copyOf(Readings.ANSWERS));
    String reason = form.neededText("reason", Filled.LONG);
    return act.submit(
        () -> compare(pair, form, act),
        () -> {
          UUID first = pairs.find(pair, act.who()).one().caseId();
          readings.answer(pair, answer, reason, act.who());
          act.notice("good", "recognition.answered");
          return "/protect/cases/" + first + "/others";
        });
  }

  @PostMapping(HERE + "/{pair}/back")
  String takeBack(@PathVariable UUID pair, Act act) {
    return act.once(
        () -> {
          UUID first = pairs.find(pair, act.who()).one().caseId();
          readings.takeBack(pair, act.who());
          act.notice("good", "recognition.taken-back");
          return "/protect/cases/" + first + "/others";
        });
  }
}
