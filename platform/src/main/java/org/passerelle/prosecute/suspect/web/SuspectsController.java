package org.passerelle.prosecute.suspect.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.prosecute.suspect.NonPunishment;
import org.passerelle.prosecute.suspect.Suspect;
import org.passerelle.prosecute.suspect.SuspectErasure;
import org.passerelle.prosecute.suspect.Suspects;
import org.passerelle.prosecute.suspect.Traits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One suspect: who it is, what they are recognised by, whether they were compelled. */
@Controller
@Investigators
class SuspectsController {
  private static final String ALL = InvestigationPages.HERE + "/{id}/suspects";
  private static final String ONE = ALL + "/{suspect}";
  private static final int REASON = 4000;
  private final Suspects suspects;
  private final Traits traits;
  private final NonPunishment nonPunishment;
  private final SuspectErasure erasure;
  private final SuspectForms forms;
  private final InvestigationPages pages;

  SuspectsController(
      Suspects suspects,
      Traits traits,
      NonPunishment nonPunishment,
      SuspectErasure erasure,
      SuspectForms forms,
      InvestigationPages pages) {
    this.suspects = suspects;
    this.traits = traits;
    this.nonPunishment = nonPunishment;
    this.erasure = erasure;
    this.forms = forms;
    this.pages = pages;
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    act.form(Map.of("nature", "natural", "state", "suspect"));
    return edit(id, "", act);
  }

  private String edit(UUID id, String suspect, Act act) {
    return act.with("head", pages.head(id, "suspects", act))
        .with("suspect", suspect)
        .with("victims", forms.victims(id, act))
        .show("prosecute/suspect/edit");
  }

  @PostMapping(ALL)
  @Confirmed("prosecute.done.suspect-entered")
  String enter(@PathVariable UUID id, Act act) {
    Suspect.Draft draft = forms.draft(id, act);
    return act.submit(() -> edit(id, "", act), () -> at(id, suspects.enter(id, draft, act.who())));
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    act.form(Map.of());
    return page(id, suspect, act);
  }

  private String page(UUID id, UUID suspect, Act act) {
    Suspect one = suspects.open(id, suspect, act.who());
    return act.with("head", pages.head(id, "suspects", act))
        .with("one", one)
        .with("traits", traits.of(id, suspect, act.who()))
        .with("victim", forms.called(id, one.victim(), act))
        .with("named", forms.called(id, one.fromVictim(), act))
        .with("fromCase", suspects.fromCase(id, one, act.who()))
        .show("prosecute/suspect/one");
  }

  @GetMapping(ONE + "/edit")
  String change(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    act.form(stored(id, suspect, act));
    return edit(id, suspect.toString(), act);
  }

  private Filled stored(UUID id, UUID suspect, Act act) {
    return Filled.with(new HashMap<>(forms.stored(suspects.open(id, suspect, act.who()))));
  }

  @PostMapping(ONE + "/edit")
  @Confirmed("prosecute.done.saved")
  String save(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    Suspect.Draft draft = forms.draft(id, act);
    int version = act.form().version();
    return act.submit(
        () -> edit(id, suspect.toString(), act),
        () -> {
          suspects.change(id, suspect, draft, version, act.who());
          return at(id, suspect);
        },
        () -> stored(id, suspect, act));
  }

  @PostMapping(ONE + "/traits")
  @Confirmed("prosecute.done.entered")
  String add(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    String kind = act.form().neededCode("kind", Set.copyOf(Traits.KINDS));
    Traits.Words words =
        new Traits.Words(act.form().neededText("value", 100), act.form().text("note", 300));
    return act.submit(
        () -> page(id, suspect, act),
        at(id, suspect),
        () -> traits.add(id, suspect, kind, words, act.who()));
  }

  @PostMapping(ONE + "/traits/{trait}/remove")
  @Confirmed("prosecute.done.removed")
  String remove(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    return act.once(
        at(id, suspect), () -> traits.remove(id, suspect, act.partId("trait"), act.who()));
  }

  @PostMapping(ONE + "/flag")
  @Confirmed("prosecute.done.flag-raised")
  String raise(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    String reason = act.form().neededText("reason", REASON);
    return act.submit(
        () -> page(id, suspect, act),
        at(id, suspect),
        () -> nonPunishment.raise(id, suspect, reason, act.who()));
  }

  @PostMapping(ONE + "/lift")
  @Confirmed("prosecute.done.flag-lifted")
  @Allowed(Role.PROSECUTOR)
  String lift(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    String reason = act.form().neededText("reason", REASON);
    return act.submit(
        () -> page(id, suspect, act),
        at(id, suspect),
        () -> nonPunishment.lift(id, suspect, reason, act.who()));
  }

  @PostMapping(ONE + "/erase")
  @Allowed(Role.PROSECUTOR)
  String erase(@PathVariable UUID id, @PathVariable UUID suspect, Act act) {
    return act.once(
        () -> {
          erasure.ask(id, suspect, act.who());
          act.notice("good", "suspect.erase.asked");
          return at(id, suspect);
        });
  }

  private static String at(UUID id, UUID suspect) {
    return InvestigationPages.HERE + "/" + id + "/suspects/" + suspect;
  }
}
